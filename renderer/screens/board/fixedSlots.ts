import { type Cell, paginate } from './paginate.ts';

/** A place that wants so many cells, in the order of the board. `stood`: its cells in the layout before; null: it is new. */
export interface Wanted {
  readonly count: number;
  readonly stood: readonly Cell[] | null;
}

const FIRST = 0;

/**
 * The cells of each place where a station has fixed slots: on the first page nothing moves, and a cell that is free is filled with the next
 * waiting ticket. The pages behind it are the queue, in the board's order. Nobody overtakes: a long ticket that has no room yet keeps those
 * behind it waiting. Its cells lie side by side if there are such, else apart; each part says which it is. While the cook is not quiet
 * nothing leaves the queue, because its page may be the one on the glass.
 */
export function fixedSlots(wanted: readonly Wanted[], perPage: number, isFrozen: boolean): Cell[][] {
  const free = new Set(Array.from({ length: perPage }, (_, cell) => cell));
  const own = wanted.map(({ stood, count }) => keptOf(stood, count, perPage));
  for (const cells of own) for (const cell of cells) free.delete(cell);
  const most = Math.max(1, Math.ceil(perPage / 2));
  let isWaiting = false;
  wanted.forEach(({ count, stood }, index) => {
    const kept = own[index] ?? [];
    const missing = Math.min(count, most) - kept.length;
    if (missing <= 0) return;
    // What has grown and stands here is no more waiting than its first part.
    const mayTake = kept.length > 0 || (!isWaiting && !(isFrozen && stood !== null));
    const taken = mayTake ? takeCells(free, missing, kept.length > 0) : [];
    own[index] = [...kept, ...taken];
    if (own[index]?.length === 0) isWaiting = true;
  });
  const queue = paginate(
    wanted.map(({ count }, index) => count - (own[index]?.length ?? 0)),
    perPage,
  );
  return wanted.map((_, index) => [
    ...(own[index] ?? []).map((cell): Cell => ({ page: FIRST, cell })),
    ...(queue[index] ?? []).map(({ page, cell }): Cell => ({ page: page + 1, cell })),
  ]);
}

/** A glass that has become smaller has fewer cells: who stood in none of them is new. */
function keptOf(stood: readonly Cell[] | null, count: number, perPage: number): number[] {
  const cells = (stood ?? []).flatMap(({ page, cell }) => (page === FIRST && cell < perPage ? [cell] : []));
  return cells.slice(0, count);
}

/** Side by side where there is room, else the first ones; all of them, or with `isSomeEnough` as many as there are. */
function takeCells(free: Set<number>, count: number, isSomeEnough: boolean): number[] {
  const cells = [...free].sort((a, b) => a - b);
  if (cells.length < count && !isSomeEnough) return [];
  const start = cells.findIndex((cell, index) => cells[index + count - 1] === cell + count - 1);
  const taken = start === -1 ? cells.slice(0, count) : cells.slice(start, start + count);
  for (const cell of taken) free.delete(cell);
  return taken;
}

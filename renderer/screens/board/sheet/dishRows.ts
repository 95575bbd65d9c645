import type { LineView, ModifierView, TileView } from '../../../../shared/domain/selectors/boardView.ts';

export interface DishRow {
  readonly tile: TileView;
  readonly line: LineView;
}

/** The lines of one dish on this board in the order of its tickets, which is fire order; voids are not food. */
export function dishRows(tiles: readonly TileView[], dish: string): DishRow[] {
  return tiles.flatMap((tile) =>
    tile.lines
      .filter((line) => line.dish === dish && line.state !== 'void' && line.state !== 'held')
      .map((line) => ({ tile, line })),
  );
}

/** `3 medium rare`: portions still to cook by the first option chosen of each, most first. Empty when no dish of them has an option. */
export function byDoneness(
  rows: readonly DishRow[],
): { readonly option: string | null; readonly left: number }[] {
  const counts = new Map<string | null, number>();
  for (const { line } of rows) {
    const left = line.quantity - line.ready;
    if (left <= 0) continue;
    const option = line.modifiers.find(isOption)?.name ?? null;
    counts.set(option, (counts.get(option) ?? 0) + left);
  }
  if ([...counts.keys()].every((option) => option === null)) return [];
  return [...counts].map(([option, left]) => ({ option, left })).sort((a, b) => b.left - a.left);
}

const isOption = ({ kind }: ModifierView) => kind === null || kind === 'option';

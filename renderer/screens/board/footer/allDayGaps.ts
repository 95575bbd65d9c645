import { isPartOfDish } from '../../../../shared/domain/selectors/allDay.ts';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import type { BoardPicture } from '../BoardModel.ts';
import type { Block } from '../blocks.ts';
import { tileKey } from '../tileKey.ts';

/** A dish whose number in all-day is not what the tickets show. */
export interface AllDayGap {
  readonly key: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>> | null;
  /** By all-day, and by the tickets of all pages: portions fired and not ready here. */
  readonly said: number;
  readonly shown: number;
}

type Shown = Pick<AllDayGap, 'name' | 'names'> & { count: number };

/** Portions come in thousandths at the finest. */
const TOLERANCE = 0.0005;

/**
 * All-day against the tiles as they stand, page by page and part by part, so that it is wrong whatever went wrong: a count, a tile that was kept
 * too long, a line that fell between two parts. A ticket that waits for the hand to rest before it gets its place counts as it will stand. What
 * is held, or waits in LATER, is on no tile and not counted; nor is a station's food that this one shows while that is down.
 */
export function allDayGaps(
  { board, places }: Pick<BoardPicture, 'board' | 'places'>,
  blocksOf: (tile: TileView) => readonly Block[],
): AllDayGap[] {
  const shown = new Map<string, Shown>();
  const placed = new Set<string>();
  for (const place of places) {
    if (place.kind === 'hole') continue;
    placed.add(tileKey(place.tile));
    if (place.tile.station !== board.station) continue;
    const blocks = blocksOf(place.tile);
    for (const { range } of place.parts) {
      const heads = blocks.slice(range.from, range.to).filter(({ kind }) => kind === 'head');
      for (const { line } of heads) if (line) count(shown, line);
    }
  }
  for (const tile of board.tiles)
    if (tile.station === board.station && !placed.has(tileKey(tile)))
      for (const line of tile.lines) count(shown, line);

  const gaps: AllDayGap[] = [];
  for (const { key, name, names, cooking } of board.allDay) {
    if (isPartOfDish(key)) continue;
    const found = shown.get(key)?.count ?? 0;
    shown.delete(key);
    if (isApart(cooking, found)) gaps.push({ key, name, names, said: cooking, shown: found });
  }
  for (const [key, { name, names, count: found }] of shown)
    if (isApart(0, found)) gaps.push({ key, name, names, said: 0, shown: found });
  return gaps;
}

const isApart = (a: number, b: number) => Math.abs(a - b) > TOLERANCE;

function count(shown: Map<string, Shown>, line: TileView['lines'][number]): void {
  if (line.state === 'void' || line.state === 'held' || line.state === 'run') return;
  const left = line.portions.reduce((sum, { quantity, ready }) => sum + Math.max(0, quantity - ready), 0);
  const known = shown.get(line.dish);
  if (known) known.count += left;
  else shown.set(line.dish, { name: line.name, names: line.names, count: left });
}

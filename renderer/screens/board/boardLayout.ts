import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { BoardGrid } from './boardGrid.ts';
import { paginate } from './paginate.ts';
import type { Place } from './places.ts';
import type { PartRange } from './splitTile.ts';

export interface PlacedPart {
  readonly page: number;
  /** Reading order within the page. */
  readonly cell: number;
  readonly part: number;
  readonly range: PartRange;
}

export type PlacedPlace =
  | {
      readonly kind: 'tile';
      readonly key: string;
      readonly tile: TileView;
      readonly parts: readonly PlacedPart[];
    }
  | {
      readonly kind: 'hole';
      readonly key: string;
      readonly id: string;
      readonly title: string;
      readonly until: number;
      readonly canUndo: boolean;
      readonly parts: readonly PlacedPart[];
    };

export interface LayoutInput {
  readonly places: readonly Place[];
  readonly tiles: ReadonlyMap<string, TileView>;
  readonly grid: BoardGrid;
  readonly rangesOf: (tile: TileView) => readonly PartRange[];
  readonly titles: ReadonlyMap<string, string>;
  /** Cells each ticket took in the layout before. */
  readonly spans: ReadonlyMap<string, number>;
  /** While a finger is down no ticket may take more or fewer cells, because that would move all behind it. */
  readonly isFrozen: boolean;
}

export const placeKey = (place: Pick<Place, 'kind' | 'id'>) => `${place.kind}:${place.id}`;

/** Where everything stands, on every page. What stands as in `before` is given as the same object. */
export function boardLayout(input: LayoutInput, before: readonly PlacedPlace[]): PlacedPlace[] {
  const ranges = input.places.map((place) => rangesOf(place, input));
  const plan = paginate(
    ranges.map(({ length }) => length),
    input.grid.columns * input.grid.rows,
  );
  const known = new Map(before.map((placed) => [placed.key, placed]));
  return input.places.flatMap((place, index): PlacedPlace[] => {
    const key = placeKey(place);
    const cells = plan[index] ?? [];
    const parts = cells.map((cell, part) => ({
      ...cell,
      part,
      range: ranges[index]?.[part] ?? NOTHING,
    }));
    const placed = placedAt(place, key, parts, input);
    if (placed === null) return [];
    const old = known.get(key);
    return [old !== undefined && isSamePlaced(old, placed) ? old : placed];
  });
}

function placedAt(
  place: Place,
  key: string,
  parts: readonly PlacedPart[],
  { tiles, titles }: LayoutInput,
): PlacedPlace | null {
  if (place.kind === 'hole') return { ...place, key, parts, title: titles.get(place.id) ?? '' };
  const tile = tiles.get(place.id);
  return tile ? { kind: 'tile', key, tile, parts } : null;
}

function isSamePlaced(a: PlacedPlace, b: PlacedPlace): boolean {
  const isSameThing =
    a.kind === 'tile'
      ? b.kind === 'tile' && a.tile === b.tile
      : b.kind === 'hole' && a.until === b.until && a.canUndo === b.canUndo && a.title === b.title;
  return (
    isSameThing &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => isSamePart(part, b.parts[index]))
  );
}

function isSamePart(a: PlacedPart, b: PlacedPart | undefined): boolean {
  return (
    a.page === b?.page && a.cell === b.cell && a.range.from === b.range.from && a.range.to === b.range.to
  );
}

const NOTHING: PartRange = { from: 0, to: 0 };

function rangesOf(place: Place, input: LayoutInput): readonly PartRange[] {
  const before = input.spans.get(place.id);
  const tile = input.tiles.get(place.id);
  if (place.kind === 'hole' || !tile) return Array.from({ length: before ?? 1 }, () => NOTHING);
  const ranges = input.rangesOf(tile);
  const isOther = before !== undefined && before !== ranges.length;
  return input.isFrozen && isOther ? frozen(ranges, before) : ranges;
}

/** The same food in the cells it has: what is too much scrolls in the last one until the finger is up. */
function frozen(ranges: readonly PartRange[], count: number): PartRange[] {
  const end = ranges.at(-1)?.to ?? 0;
  const kept = ranges.slice(0, count);
  while (kept.length < count) kept.push({ from: end, to: end });
  return kept.map((range, index) => (index === count - 1 ? { from: range.from, to: end } : range));
}

import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { Block } from './blocks.ts';
import type { BoardGrid } from './boardGrid.ts';
import type { HeightBook, TypeSizes } from './HeightBook.ts';
import { paginate } from './paginate.ts';
import type { Place } from './places.ts';
import { type PartRange, splitTile } from './splitTile.ts';
import { tileKey } from './tileKey.ts';

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
  readonly type: TypeSizes;
  readonly heights: HeightBook;
  readonly blocksOf: (tile: TileView) => readonly Block[];
  readonly titles: ReadonlyMap<string, string>;
  /** Cells each ticket took in the layout before. */
  readonly spans: ReadonlyMap<string, number>;
  /** While a finger is down no ticket may take more or fewer cells, because that would move all behind it. */
  readonly isFrozen: boolean;
}

export const placeKey = (place: Place) => `${place.kind}:${place.id}`;

/** Where everything stands, on every page. */
export function boardLayout(input: LayoutInput): PlacedPlace[] {
  const ranges = new Map(input.places.map((place) => [placeKey(place), rangesOf(place, input)]));
  const plan = paginate(
    input.places.map((place) => ({
      key: placeKey(place),
      parts: ranges.get(placeKey(place))?.length ?? 1,
    })),
    input.grid.columns * input.grid.rows,
  );
  const cells = groupByKey(plan);
  return input.places.flatMap((place): PlacedPlace[] => {
    const key = placeKey(place);
    const parts = (cells.get(key) ?? []).map(({ page, cell, part }) => ({
      page,
      cell,
      part,
      range: ranges.get(key)?.[part] ?? { from: 0, to: 0 },
    }));
    if (place.kind === 'hole') return [{ ...place, key, parts, title: input.titles.get(place.id) ?? '' }];
    const tile = input.tiles.get(place.id);
    return tile ? [{ kind: 'tile', key, tile, parts }] : [];
  });
}

function rangesOf(place: Place, input: LayoutInput): PartRange[] {
  const before = input.spans.get(place.id);
  const tile = input.tiles.get(place.id);
  if (place.kind === 'hole' || !tile) return Array.from({ length: before ?? 1 }, () => ({ from: 0, to: 0 }));
  const blocks = input.blocksOf(tile);
  const ranges = splitTile(
    input.heights.blocksOf(tileKey(tile), blocks, input.grid, input.type),
    input.heights.sizesOf(tileKey(tile), input.grid, input.type),
  );
  return input.isFrozen && before !== undefined ? frozen(ranges, before, blocks.length) : ranges;
}

/** The same food in the cells it has: what is too much scrolls in the last one until the finger is up. */
function frozen(ranges: PartRange[], count: number, end: number): PartRange[] {
  const kept = ranges.slice(0, count);
  while (kept.length < count) kept.push({ from: end, to: end });
  return kept.map((range, index) => (index === count - 1 ? { from: range.from, to: end } : range));
}

/** Map.groupBy is younger than the browsers on kitchen walls. */
function groupByKey<T extends { readonly key: string }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(entry.key);
    if (group) group.push(entry);
    else groups.set(entry.key, [entry]);
  }
  return groups;
}

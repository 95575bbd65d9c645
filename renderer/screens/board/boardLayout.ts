import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { BoardGrid } from './boardGrid.ts';
import type { Wanted } from './fixedSlots.ts';
import { type Lane, placeIn } from './layouts/lanes.ts';
import { planCells } from './layouts/planCells.ts';
import type { Cell } from './paginate.ts';
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
  readonly lanes: readonly Lane[];
  /** The lane of a place, by its number in `lanes`. */
  readonly laneOf: (id: string) => number;
  readonly rangesOf: (tile: TileView) => readonly PartRange[];
  readonly titles: ReadonlyMap<string, string>;
  /** Cells each ticket took in the layout before. */
  readonly spans: ReadonlyMap<string, number>;
  /** While a finger is down no ticket may take more or fewer cells, because that would move all behind it. */
  readonly isFrozen: boolean;
}

export const placeKey = (place: Pick<Place, 'kind' | 'id'>) => `${place.kind}:${place.id}`;

/** Where everything stands, on every page. What stands as in `before` is given as the same object, and the list itself where all of it does. */
export function boardLayout(input: LayoutInput, before: readonly PlacedPlace[]): readonly PlacedPlace[] {
  const { places, grid, lanes, isFrozen } = input;
  const ranges = places.map((place) => rangesOf(place, input));
  const counts = ranges.map(({ length }) => length);
  const plan = planCells({
    wanted: grid.hasFixedSlots
      ? wantedOf(input, counts, before)
      : counts.map((count) => ({ count, stood: null })),
    lanes,
    laneOf: lanes.length > 1 ? lanesOfPlaces(input, before) : places.map(() => 0),
    grid,
    isFrozen,
  });
  let known: ReadonlyMap<string, PlacedPlace> | null = null;
  const after: PlacedPlace[] = [];
  places.forEach((place, index) => {
    const cells = plan[index] ?? [];
    const own = ranges[index] ?? [];
    // Most stand where they stood, and then nothing is looked for or made.
    const there = before[index];
    if (there !== undefined && isStanding(there, place, cells, own, input)) {
      after.push(there);
      return;
    }
    const key = placeKey(place);
    known ??= new Map(before.map((placed) => [placed.key, placed]));
    const old = known.get(key);
    if (old !== undefined && isStanding(old, place, cells, own, input)) after.push(old);
    else {
      const parts = cells.map((cell, part) => ({ ...cell, part, range: own[part] ?? NOTHING }));
      const placed = placedAt(place, key, parts, input);
      if (placed !== null) after.push(placed);
    }
  });
  const isSame = after.length === before.length && after.every((placed, index) => placed === before[index]);
  return isSame ? before : after;
}

/** A hole stays where its tile stood, whatever course that ticket has come to meanwhile. */
function lanesOfPlaces(
  { places, lanes, laneOf, grid }: LayoutInput,
  before: readonly PlacedPlace[],
): number[] {
  const stood = new Map(before.map(({ key, parts }) => [key, parts[0]]));
  return places.map((place) => {
    const { id } = place;
    if (place.kind === 'tile') return laneOf(id);
    const at = stood.get(placeKey(place)) ?? stood.get(placeKey({ kind: 'tile', id }));
    const lane = at === undefined ? -1 : lanes.findIndex((one) => placeIn(one, grid, at.cell) !== null);
    return lane === -1 ? laneOf(id) : lane;
  });
}

/** Where each stood; a ticket that was bumped just now leaves its hole there, and one that was brought back stands where its hole was. */
function wantedOf(
  { places }: LayoutInput,
  counts: readonly number[],
  before: readonly PlacedPlace[],
): Wanted[] {
  const stood = new Map(before.map(({ key, parts }) => [key, parts]));
  return places.map((place, index) => {
    const other = placeKey({ kind: place.kind === 'hole' ? 'tile' : 'hole', id: place.id });
    return { count: counts[index] ?? 1, stood: stood.get(placeKey(place)) ?? stood.get(other) ?? null };
  });
}

/** Asked for each place at every press, so it makes nothing. */
function isStanding(
  old: PlacedPlace,
  place: Place,
  cells: readonly Cell[],
  ranges: readonly PartRange[],
  { tiles, titles }: LayoutInput,
): boolean {
  const isSameThing =
    old.kind === 'tile'
      ? place.kind === 'tile' && old.tile === tiles.get(place.id)
      : place.kind === 'hole' &&
        old.id === place.id &&
        old.until === place.until &&
        old.canUndo === place.canUndo &&
        old.title === (titles.get(place.id) ?? '');
  return (
    isSameThing &&
    old.parts.length === cells.length &&
    old.parts.every(({ page, cell, range }, part) => {
      const at = cells[part];
      const own = ranges[part] ?? NOTHING;
      return page === at?.page && cell === at.cell && isSameRange(range, own);
    })
  );
}

const isSameRange = (a: PartRange, b: PartRange): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.beside?.length === b.beside?.length &&
  (a.beside ?? []).every((one, at) => isSameRange(one, b.beside?.[at] ?? NOTHING));

/** A tile that tears where it stands torn now. */
export function isTornSo(parts: readonly PlacedPart[], ranges: readonly PartRange[]): boolean {
  return (
    parts.length === ranges.length &&
    parts.every(({ range }, part) => isSameRange(range, ranges[part] ?? NOTHING))
  );
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
  return kept.map((range, index) => (index === count - 1 ? upTo(range, end) : range));
}

/** In a row its last column takes what is left. */
function upTo({ from, beside }: PartRange, to: number): PartRange {
  const last = beside?.at(-1);
  if (beside === undefined) return { from, to };
  return { from, to, beside: [...beside.slice(0, -1), { from: last?.from ?? from, to }] };
}

import type { AllDayLine, Board, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { tileKey } from './tileKey.ts';

/**
 * New tiles and what stands for them: one that says the same, or one made of what still holds. A receipt makes a ticket's record new and its tile with it, for good: without this
 * every look would compare the whole board again, line by line.
 */
const twins = new WeakMap<TileView, TileView>();

/** The board that stands where the new one says the same, else the new one made of whatever of it stands: what is unchanged is not drawn again. */
export function reuseBoard(before: Board, after: Board): Board {
  const tiles = reuseTiles(before.tiles, after.tiles);
  const allDay = reuseAllDay(before.allDay, after.allDay);
  const { station, later } = after;
  const isTheSame =
    tiles === before.tiles &&
    allDay === before.allDay &&
    station === before.station &&
    later === before.later;
  return isTheSame ? before : { ...after, tiles, allDay };
}

/** Keeps the tile that stands where the new one says the same, and the list where all of it stands, however the board was made. */
export function reuseTiles(before: readonly TileView[], after: readonly TileView[]): readonly TileView[] {
  let known: ReadonlyMap<string, TileView> | null = null;
  const tiles = after.map((tile, index) => {
    // Most stand where they stood, as they stood.
    const there = before[index];
    if (there !== undefined && (there === tile || twins.get(tile) === there)) return there;
    known ??= new Map(before.map((one) => [tileKey(one), one]));
    const old = known.get(tileKey(tile));
    if (old === undefined || old === tile) return tile;
    if (twins.get(tile) === old) return old;
    const kept = isSame(old, tile) ? old : withStanding(old, tile);
    twins.set(tile, kept);
    return kept;
  });
  return isSameList(before, tiles) ? before : tiles;
}

/** A tile of which something changed, made of whatever of the old one still holds: one dish pressed is one line drawn. */
function withStanding(old: TileView, tile: TileView): TileView {
  const known = new Map(old.lines.map((line) => [line.key, line]));
  const lines = tile.lines.map((line) => standing(known.get(line.key), line));
  return standingParts(old, { ...tile, lines: isSameList(old.lines, lines) ? old.lines : lines });
}

/** Each member as it stands where it says the same, so that whoever draws it can tell by looking at it once. */
function standingParts<T extends object>(old: T, made: T): T {
  const kept = { ...made };
  for (const key of Object.keys(made) as (keyof T)[])
    if (kept[key] !== old[key]) kept[key] = standing(old[key], made[key]);
  return kept;
}

const standing = <T>(old: T | undefined, made: T): T => (old !== undefined && isSame(old, made) ? old : made);

function reuseAllDay(before: readonly AllDayLine[], after: readonly AllDayLine[]): readonly AllDayLine[] {
  const known = new Map(before.map((line) => [line.key, line]));
  const lines = after.map((line) => standing(known.get(line.key), line));
  return isSameList(before, lines) ? before : lines;
}

const isSameList = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Plain data only: what a selector gives. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

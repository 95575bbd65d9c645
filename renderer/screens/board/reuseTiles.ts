import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { tileKey } from './tileKey.ts';

/**
 * New tiles found to say the same as one that stands. A receipt makes a ticket's record new and its tile with it, for good: without this
 * every look would compare the whole board again, line by line.
 */
const twins = new WeakMap<TileView, TileView>();

/** Keeps the tile that stands where the new one says the same: an unchanged tile is not drawn again, however the board was made. */
export function reuseTiles(before: readonly TileView[], after: readonly TileView[]): readonly TileView[] {
  const known = new Map(before.map((tile) => [tileKey(tile), tile]));
  return after.map((tile) => {
    const old = known.get(tileKey(tile));
    if (old === undefined || old === tile) return tile;
    if (twins.get(tile) === old) return old;
    if (!isSame(old, tile)) return tile;
    twins.set(tile, old);
    return old;
  });
}

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

import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { tileKey } from './tileKey.ts';

/** Keeps the tile that stands where the new one says the same: an unchanged tile is not drawn again, however the board was made. */
export function reuseTiles(before: readonly TileView[], after: readonly TileView[]): readonly TileView[] {
  const known = new Map(before.map((tile) => [tileKey(tile), tile]));
  return after.map((tile) => {
    const old = known.get(tileKey(tile));
    return old && isSame(old, tile) ? old : tile;
  });
}

/** Plain data only: what a selector gives. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

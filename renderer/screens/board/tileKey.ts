import type { TileView } from '../../../shared/domain/selectors/boardView.ts';

type Named = Pick<TileView, 'ticketId' | 'station'>;

/** Asked for many times at every look: the same text, once for each tile. */
const known = new WeakMap<Named, string>();

/** A ticket may stand on one board twice: its food for this station, and food of it that nobody here is named for. */
export function tileKey(tile: Named): string {
  const key = known.get(tile) ?? `${tile.ticketId}/${tile.station}`;
  known.set(tile, key);
  return key;
}

const books = new WeakMap<readonly TileView[], ReadonlyMap<string, TileView>>();

/** A board's tiles by their keys: looked up at every step of a close-up, and made once for a list. */
export function tilesByKey(tiles: readonly TileView[]): ReadonlyMap<string, TileView> {
  const book = books.get(tiles) ?? new Map(tiles.map((tile) => [tileKey(tile), tile]));
  books.set(tiles, book);
  return book;
}

import type { BoardPicture } from '../BoardModel.ts';
import { isOnGlass } from '../onGlass.ts';
import { tileKey } from '../tileKey.ts';

/** Tickets of the board of which nothing is on the glass now, those included that wait for a quiet hand to be given a place. */
export function waitingCount(picture: BoardPicture): number {
  const seen = new Set<string>();
  for (const place of picture.places)
    if (place.kind === 'tile' && isOnGlass(place.parts, picture)) seen.add(tileKey(place.tile));
  return picture.board.tiles.filter((tile) => !seen.has(tileKey(tile))).length;
}

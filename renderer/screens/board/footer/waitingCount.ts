import type { BoardPicture } from '../BoardModel.ts';
import { tileKey } from '../tileKey.ts';

/** Tickets of the board of which nothing is on the glass now, those included that wait for a quiet hand to be given a place. */
export function waitingCount({ board, places, page }: BoardPicture): number {
  const seen = new Set<string>();
  for (const place of places)
    if (place.kind === 'tile' && place.parts.some((part) => part.page === page))
      seen.add(tileKey(place.tile));
  return board.tiles.filter((tile) => !seen.has(tileKey(tile))).length;
}

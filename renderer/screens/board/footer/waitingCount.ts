import type { BoardPicture } from '../BoardModel.ts';

/** Tickets of the board of which nothing is on the glass now, those included that wait for a quiet hand to be given a place. */
export function waitingCount({ board, places, page }: BoardPicture): number {
  const seen = new Set<string>();
  for (const place of places)
    if (place.kind === 'tile' && place.parts.some((part) => part.page === page))
      seen.add(place.tile.ticketId);
  return board.tiles.filter(({ ticketId }) => !seen.has(ticketId)).length;
}

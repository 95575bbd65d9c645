import type { TileView } from '../../../shared/domain/selectors/boardView.ts';

/** A ticket may stand on one board twice: its food for this station, and food of it that nobody here is named for. */
export function tileKey(tile: Pick<TileView, 'ticketId' | 'station'>): string {
  return `${tile.ticketId}/${tile.station}`;
}

import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';

/** True when this tile's own station works by paper that tells all of it. */
export function isOnPaper({ paper, station }: Pick<TileView, 'paper' | 'station'>): boolean {
  return paper.some((mark) => mark.station === station && mark.paper?.isCurrent === true);
}

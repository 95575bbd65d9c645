import type { StationLayout } from '../../../../shared/config/houseConfig.ts';
import type { Glass } from '../../../theme/physical.ts';
import { type BoardGrid, boardGrid } from '../boardGrid.ts';
import { listGrid } from './listGrid.ts';

/** One line of 4 mm capitals with room around it, as seen from 1 m. */
const HEADING_MM = 9;

/** What a glass holds of a layout. `isExpo`: tiles are whole tables. */
export function gridOf(
  layout: StationLayout,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { pxPerMm, distanceM }: Glass,
  isExpo = false,
): BoardGrid {
  switch (layout) {
    case 'tiles':
      return boardGrid(widthPx, heightPx, pxPerMm, distanceM, isExpo);
    case 'list':
      return listGrid(widthPx, heightPx, pxPerMm, distanceM);
    case 'courses': {
      const headPx = Math.ceil(HEADING_MM * pxPerMm * distanceM);
      const { gapPx } = boardGrid(widthPx, heightPx, pxPerMm, distanceM, isExpo);
      // The headings are a row of their own, with a gap beneath.
      const below = boardGrid(widthPx, heightPx - headPx - gapPx, pxPerMm, distanceM, isExpo);
      return { ...below, layout, headPx };
    }
    default:
      return layout satisfies never;
  }
}

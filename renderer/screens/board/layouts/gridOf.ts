import type { StationLayout } from '../../../../shared/config/houseConfig.ts';
import type { Glass, Size } from '../../../theme/physical.ts';
import { type BoardGrid, boardGrid, GAP_MM, tileGrid } from '../boardGrid.ts';
import { listGrid } from './listGrid.ts';

/** One line of 4 mm capitals with room around it, as seen from 1 m. */
const HEADING_MM = 8;
/** A tile under its course needs less: the headings would take a wall screen's second row. */
const LEAST_BODY_MM = 90;

/** What a glass holds of a layout. `isExpo`: tiles are whole tables. */
export function gridOf(layout: StationLayout, size: Size, glass: Glass, isExpo = false): BoardGrid {
  const { widthPx, heightPx } = size;
  const { pxPerMm, distanceM } = glass;
  switch (layout) {
    case 'tiles':
      return boardGrid(widthPx, heightPx, pxPerMm, distanceM, isExpo);
    case 'list':
      return listGrid(widthPx, heightPx, pxPerMm, distanceM);
    case 'courses': {
      // The headings are a row of their own, with a gap beneath.
      const headPx = Math.ceil(HEADING_MM * pxPerMm * distanceM);
      const gapPx = Math.round(GAP_MM * pxPerMm * distanceM);
      const below = { widthPx, heightPx: heightPx - headPx - gapPx };
      return { ...tileGrid(below, glass, LEAST_BODY_MM), layout, headPx };
    }
    default:
      return layout satisfies never;
  }
}

/** A row grows with its ticket, so no place of a list can be kept free for the next: its fixed slots would tear most tickets. */
export const mayFix = (layout: StationLayout): boolean => layout !== 'list';

import { BUMP_MM } from '../../../theme/physical.ts';
import { type BoardGrid, countOf, sizeOf } from '../boardGrid.ts';

/** Beside the dishes of a row: its header, and its bump. All in mm as seen from 1 m, as in `boardGrid`. */
export const ROW_HEAD_MM = 46;
export const ROW_FOOT_MM = 42;
/** A dish of about 14 letters with its quantity and seats on one line; where dishes stand beside each other about 12. */
const LEAST_ITEMS_MM = 78;
const LEAST_BESIDE_MM = 70;
/** A header of a title with its clock and one line beneath; a strip and a dish with one line of changes; or two dishes. */
const LEAST_ROW_MM = 26;
const GAP_MM = 1.5;
/** Around a bump of 15 mm. */
const BORDERS_PX = 4;

/** A glass of rows: one a ticket, more where its food needs them. They stand in columns where the glass is wide enough for two. */
export function listGrid(widthPx: number, heightPx: number, pxPerMm: number, distanceM: number): BoardGrid {
  const unit = pxPerMm * distanceM;
  const gapPx = Math.round(GAP_MM * unit);
  const sidesPx = (ROW_HEAD_MM + ROW_FOOT_MM) * unit;
  const columns = countOf(widthPx, sidesPx + LEAST_ITEMS_MM * unit, gapPx);
  const leastPx = Math.max(LEAST_ROW_MM * unit, Math.ceil(BUMP_MM * pxPerMm) + BORDERS_PX);
  const rows = countOf(heightPx, leastPx, gapPx);
  const tileWidthPx = sizeOf(widthPx, columns, gapPx);
  return {
    columns,
    rows,
    tileWidthPx,
    tileHeightPx: sizeOf(heightPx, rows, gapPx),
    gapPx,
    hasFixedSlots: false,
    layout: 'list',
    headPx: 0,
    itemColumns: Math.max(1, Math.floor((tileWidthPx - sidesPx) / (LEAST_BESIDE_MM * unit))),
  };
}

import type { StationLayout } from '../../../shared/config/houseConfig.ts';
import { BUMP_MM, type Glass, type Size } from '../../theme/physical.ts';

/**
 * How many tiles a glass holds. Type has a fixed physical size, so a tile has a least size, and what does not fit becomes another page:
 * fewer tiles, never smaller type.
 */
export interface BoardGrid {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidthPx: number;
  readonly tileHeightPx: number;
  readonly gapPx: number;
  /** Nothing on the first page moves; see `fixedSlots`. */
  readonly hasFixedSlots: boolean;
  readonly layout: StationLayout;
  /** Height of the headings above the first row; 0: there are none. */
  readonly headPx: number;
  /** How many dishes of a row stand beside each other; 1 in a tile. */
  readonly itemColumns: number;
}

/** All in mm as seen from 1 m: about 12 letters of a dish beside its quantity and seats. */
const LEAST_TILE_WIDTH_MM = 82;
/** Header, strip, an allergy and three dishes; the bump comes on top, because its 15 mm do not shrink with the distance. */
const LEAST_TILE_BODY_MM = 98;
export const GAP_MM = 3;

/** At the pass a tile is a whole table: its courses, then each plate with where it is. Half as high it would be torn in two or three. */
const LEAST_TABLE_BODY_MM = 150;

export function boardGrid(
  widthPx: number,
  heightPx: number,
  pxPerMm: number,
  distanceM: number,
  isExpo = false,
): BoardGrid {
  const bodyMm = isExpo ? LEAST_TABLE_BODY_MM : LEAST_TILE_BODY_MM;
  return tileGrid({ widthPx, heightPx }, { pxPerMm, distanceM }, bodyMm);
}

/** `bodyMm`: what a tile holds above its bump. */
export function tileGrid(
  { widthPx, heightPx }: Size,
  { pxPerMm, distanceM }: Glass,
  bodyMm: number,
): BoardGrid {
  const unit = pxPerMm * distanceM;
  const gapPx = Math.round(GAP_MM * unit);
  const columns = countOf(widthPx, LEAST_TILE_WIDTH_MM * unit, gapPx);
  const rows = countOf(heightPx, bodyMm * unit + BUMP_MM * pxPerMm, gapPx);
  return {
    columns,
    rows,
    tileWidthPx: sizeOf(widthPx, columns, gapPx),
    tileHeightPx: sizeOf(heightPx, rows, gapPx),
    gapPx,
    hasFixedSlots: false,
    layout: 'tiles',
    headPx: 0,
    itemColumns: 1,
  };
}

/** A gap stands on both outer sides as well. */
export function countOf(spacePx: number, leastPx: number, gapPx: number): number {
  return Math.max(1, Math.floor((spacePx - gapPx) / (leastPx + gapPx)));
}

export function sizeOf(spacePx: number, count: number, gapPx: number): number {
  return Math.max(0, Math.floor((spacePx - gapPx) / count - gapPx));
}

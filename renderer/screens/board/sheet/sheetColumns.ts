import type { BoardGrid } from '../boardGrid.ts';

/** Two columns of food stay in sight beside a sheet, where the glass has that many. */
export function sheetColumns({ columns }: BoardGrid): number {
  return Math.max(1, Math.floor(columns / 2));
}

/** Where the first covered column begins. */
export function sheetLeftPx({ columns, tileWidthPx, gapPx }: BoardGrid, covered: number): number {
  return gapPx + (columns - covered) * (tileWidthPx + gapPx);
}

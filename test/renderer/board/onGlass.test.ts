import { expect, test } from 'vitest';
import type { BoardPicture } from '../../../renderer/screens/board/BoardModel.ts';
import type { BoardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import { isOnGlass } from '../../../renderer/screens/board/onGlass.ts';
import { sheetColumns, sheetLeftPx } from '../../../renderer/screens/board/sheet/sheetColumns.ts';
import { aBoard } from '../../support/boardFixtures.ts';

const grid: BoardGrid = {
  columns: 4,
  rows: 2,
  tileWidthPx: 100,
  tileHeightPx: 200,
  gapPx: 10,
  hasFixedSlots: false,
  layout: 'tiles',
  headPx: 0,
  itemColumns: 1,
};
const picture: BoardPicture = {
  board: aBoard([]),
  grid,
  lanes: [],
  places: [],
  page: 1,
  pages: 2,
  covered: 2,
  coming: new Map(),
  measuring: 0,
};
const part = (page: number, cell: number) => ({ page, cell, part: 0, range: { from: 0, to: 1 } });

test('what lies under a sheet or on another page is not on the glass, and gives no receipt of being painted', () => {
  expect(isOnGlass([part(1, 1)], picture)).toBe(true);
  expect(isOnGlass([part(1, 2)], picture)).toBe(false);
  expect(isOnGlass([part(1, 5)], picture)).toBe(true);
  expect(isOnGlass([part(1, 7), part(0, 0)], picture)).toBe(false);
  expect(isOnGlass([part(1, 7)], { ...picture, covered: 0 })).toBe(true);
});

test('a sheet covers the last half of the columns, from their first edge on', () => {
  expect(sheetColumns(grid)).toBe(2);
  expect(sheetColumns({ ...grid, columns: 1 })).toBe(1);
  expect(sheetLeftPx(grid, 2)).toBe(230);
});

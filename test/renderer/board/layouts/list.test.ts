import { describe, expect, test } from 'vitest';
import type { BoardGrid } from '../../../../renderer/screens/board/boardGrid.ts';
import { listGrid } from '../../../../renderer/screens/board/layouts/listGrid.ts';
import { segmentsOf } from '../../../../renderer/screens/board/layouts/segments.ts';
import { paginate } from '../../../../renderer/screens/board/paginate.ts';
import { splitRow } from '../../../../renderer/screens/board/row/splitRow.ts';
import type { SplitBlock } from '../../../../renderer/screens/board/splitTile.ts';

const block = (heightPx: number, keepsWithNext = false, resumePx = 0): SplitBlock => ({
  heightPx,
  keepsWithNext,
  resumePx,
});
const sizes = { cellPx: 100, topPx: 0, topAgainPx: 0, footPx: 60, tearPx: 0, gapPx: 10, together: 4 };
const rowsOf = (blocks: readonly SplitBlock[], columns: number, over: Partial<typeof sizes> = {}) =>
  splitRow(blocks, { ...sizes, columns, ...over });

describe('the rows of a ticket', () => {
  test('dishes stand beside each other before a second row is taken', () => {
    expect(rowsOf([block(60), block(60)], 2)).toEqual([
      {
        from: 0,
        to: 2,
        beside: [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
        ],
      },
    ]);
    expect(rowsOf([block(60), block(60), block(60)], 2)).toHaveLength(2);
  });
  test('rows that stand beneath each other are one higher row: no dish is torn where one ends', () => {
    const rows = rowsOf([block(60, true), block(60), block(60, true), block(20)], 1);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ from: 0, to: 4, beside: [{ from: 0, to: 4 }] });
  });
  test('what stands over the dishes takes its height from each column', () => {
    expect(rowsOf([block(60), block(60)], 2, { topPx: 40 })).toHaveLength(1);
    expect(rowsOf([block(60), block(60)], 2, { topPx: 50 })).toHaveLength(2);
  });
  test('a bump that names four allergies has as many rows as its words need', () => {
    expect(rowsOf([block(60)], 2, { footPx: 130 })).toHaveLength(2);
    expect(rowsOf([block(60)], 2, { footPx: 230, together: 1 })).toHaveLength(3);
  });
  test('torn or not, every block stands once, in order', () => {
    const blocks = Array.from({ length: 17 }, (_, at) => block(30 + ((at * 37) % 60), at % 3 === 0, 20));
    for (const columns of [1, 2, 3]) {
      for (const together of [1, 4, 40]) {
        const rows = rowsOf(blocks, columns, { topPx: 30, topAgainPx: 10, together });
        const beside = rows.flatMap(({ beside: own = [] }) => own);
        expect(beside.flatMap(({ from, to }) => blocks.slice(from, to))).toEqual(blocks);
      }
    }
  });
});

describe('rows on the glass', () => {
  const grid: BoardGrid = { ...listGrid(1280, 690, 5.88, 0.6), columns: 2, rows: 4 };
  const cellsOf = (counts: readonly number[]) =>
    paginate(counts, 8, 4).map((cells) => cells.map(({ page, cell }) => `${page}.${cell}`).join(' '));

  test('a ticket of several rows stands whole at the head of the next column, and nobody overtakes it', () => {
    expect(cellsOf([3, 2, 1])).toEqual(['0.0 0.1 0.2', '0.4 0.5', '0.6']);
  });
  test('also where that is the next page', () => {
    expect(cellsOf([4, 3, 2])).toEqual(['0.0 0.1 0.2 0.3', '0.4 0.5 0.6', '1.0 1.1']);
  });
  test('one longer than a column is torn where the column ends', () => {
    expect(cellsOf([1, 5])).toEqual(['0.0', '0.1 0.2 0.3 0.4 1.0']);
  });
  test('rows beneath each other are one; the next column and the next page are another part', () => {
    const part = (page: number, cell: number, number: number) => ({
      page,
      cell,
      part: number,
      range: { from: number, to: number + 1 },
    });
    // Cells are numbered across both columns: 4 and 6 stand beneath each other, 1 is the head of the next column.
    const parts = [part(0, 4, 0), part(0, 6, 1), part(0, 1, 2), part(1, 0, 3)];
    expect(segmentsOf(parts, grid).map((own) => own.map(({ part: number }) => number))).toEqual([
      [0, 1],
      [2],
      [3],
    ]);
    expect(segmentsOf([...parts], { ...grid, layout: 'tiles' })).toHaveLength(4);
  });
});

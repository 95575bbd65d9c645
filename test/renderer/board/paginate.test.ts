import { describe, expect, test } from 'vitest';
import { paginate } from '../../../renderer/screens/board/paginate.ts';

const cellsOf = (spans: readonly number[], perPage: number) =>
  paginate(spans, perPage).flatMap((cells, index) =>
    cells.map(({ page, cell }) => `${index}@${page}.${cell}`),
  );

describe('places into cells', () => {
  test('in reading order, page after page', () => {
    expect(cellsOf([1, 1, 1], 2)).toEqual(['0@0.0', '1@0.1', '2@1.0']);
  });
  test('a long ticket continues in the next cell, over the end of a page', () => {
    expect(cellsOf([3, 2], 4)).toEqual(['0@0.0', '0@0.1', '0@1.0', '1@0.2', '1@0.3']);
  });
  test('a ticket takes at most half a page, and the rest of it the head of the next', () => {
    expect(cellsOf([5, 1], 6)).toEqual(['0@0.0', '0@0.1', '0@0.2', '0@1.0', '0@1.1', '1@0.3']);
  });
  test('no cell is given twice', () => {
    const cells = paginate([7, 1, 4, 9, 1, 1, 2], 4)
      .flat()
      .map(({ page, cell }) => `${page}.${cell}`);
    expect(new Set(cells).size).toBe(cells.length);
  });
  test('a board of one cell gives each part a page', () => {
    expect(cellsOf([2, 1], 1)).toEqual(['0@0.0', '0@1.0', '1@2.0']);
  });
});

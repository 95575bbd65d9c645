import { describe, expect, test } from 'vitest';
import { boardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import { CAP_HEIGHT_EM, fontPx, glassOf } from '../../../renderer/theme/physical.ts';

/** Height of the footer with its alert line on each glass, as measured. */
const FOOTER_PX = 118;
const gridOf = (width: number, height: number) => {
  const { pxPerMm, distanceM } = glassOf(width, height);
  return boardGrid(width, height - FOOTER_PX, pxPerMm, distanceM);
};

describe('how many tiles a glass holds', () => {
  test('a wall screen has five by two', () => {
    expect(gridOf(1920, 1080)).toMatchObject({ columns: 5, rows: 2 });
  });
  test('at the pass a tile is a whole table: one row of five, upright two', () => {
    const { pxPerMm, distanceM } = glassOf(1920, 1080);
    const pass = (width: number, height: number) =>
      boardGrid(width, height - FOOTER_PX, pxPerMm, distanceM, true);
    expect(pass(1920, 1080)).toMatchObject({ columns: 5, rows: 1 });
    expect(pass(1080, 1920)).toMatchObject({ rows: 2 });
  });
  test('a 10 inch landscape is one row of four full-height tiles', () => {
    expect(gridOf(1280, 800)).toMatchObject({ columns: 4, rows: 1 });
  });
  test('a standing wall screen has at least two by two', () => {
    const grid = gridOf(1080, 1920);
    expect(grid.columns).toBeGreaterThanOrEqual(2);
    expect(grid.rows).toBeGreaterThanOrEqual(2);
  });
  test('a 10 inch tablet held upright is two by two', () => {
    const { pxPerMm, distanceM } = glassOf(1280, 800);
    expect(boardGrid(800, 1280 - FOOTER_PX, pxPerMm, distanceM)).toMatchObject({ columns: 2, rows: 2 });
  });
  test('a glass too small for one tile still has one', () => {
    expect(boardGrid(200, 100, 4, 1)).toMatchObject({ columns: 1, rows: 1 });
  });
  test('tiles and gaps fill the glass and never exceed it', () => {
    for (const [width, height] of [
      [1920, 1080],
      [1280, 800],
      [1080, 1920],
      [1366, 768],
      [3840, 2160],
    ] as const) {
      const { columns, rows, tileWidthPx, tileHeightPx, gapPx } = gridOf(width, height);
      expect(columns * (tileWidthPx + gapPx) + gapPx).toBeLessThanOrEqual(width);
      expect(rows * (tileHeightPx + gapPx) + gapPx).toBeLessThanOrEqual(height - FOOTER_PX);
    }
  });
});

describe('letters have millimetres', () => {
  test('5 mm capitals at 1 m are 5 mm on the wall and 3 mm on the near tablet', () => {
    const wall = glassOf(1920, 1080);
    expect((fontPx(wall, 5) * CAP_HEIGHT_EM) / wall.pxPerMm).toBeCloseTo(5);
    const near = glassOf(1280, 800);
    expect((fontPx(near, 5) * CAP_HEIGHT_EM) / near.pxPerMm).toBeCloseTo(3);
  });
  test('a 21.5 inch wall screen has 4.03 px a millimetre, an unknown one 96 an inch at 1 m', () => {
    expect(glassOf(1920, 1080).pxPerMm).toBeCloseTo(4.034, 2);
    expect(glassOf(1440, 900)).toEqual({ pxPerMm: 96 / 25.4, distanceM: 1 });
  });
});

import { describe, expect, test } from 'vitest';
import { boardGrid } from '../../../../renderer/screens/board/boardGrid.ts';
import { gridOf } from '../../../../renderer/screens/board/layouts/gridOf.ts';
import { ROW_FOOT_MM, ROW_HEAD_MM } from '../../../../renderer/screens/board/layouts/listGrid.ts';
import { BUMP_MM, type Glass, glassOf } from '../../../../renderer/theme/physical.ts';

/** Height of the footer with its alert line, as measured. */
const FOOTER_PX = 118;
const MM_PER_INCH = 25.4;
const glassBy = (width: number, height: number, inch: number, distanceM: number): Glass => ({
  pxPerMm: Math.hypot(width, height) / (inch * MM_PER_INCH),
  distanceM,
});
const GLASSES: readonly (readonly [string, number, number, Glass])[] = [
  ['7 inch', 1024, 600, glassBy(1024, 600, 7, 0.6)],
  ['10 inch', 1280, 800, glassOf(1280, 800)],
  ['10 inch upright', 800, 1280, glassOf(1280, 800)],
  ['15 inch', 1920, 1080, glassBy(1920, 1080, 15.6, 0.8)],
  ['wall', 1920, 1080, glassOf(1920, 1080)],
  ['wall upright', 1080, 1920, glassOf(1080, 1920)],
  ['55 inch', 3840, 2160, glassBy(3840, 2160, 55, 2)],
];

describe.each(GLASSES)('on %s', (_name, widthPx, height, glass) => {
  const size = { widthPx, heightPx: height - FOOTER_PX };
  const unit = glass.pxPerMm * glass.distanceM;
  const list = gridOf('list', size, glass);
  const tiles = gridOf('tiles', size, glass);

  test('a list has rows for more tickets than there are tiles', () => {
    expect(list.columns * list.rows).toBeGreaterThan(tiles.columns * tiles.rows);
  });
  test('each row has a bump of 15 mm, a header and a dish beside it', () => {
    expect(list.tileHeightPx).toBeGreaterThanOrEqual(BUMP_MM * glass.pxPerMm);
    const itemPx = (list.tileWidthPx - (ROW_HEAD_MM + ROW_FOOT_MM) * unit) / list.itemColumns;
    // As wide as in a tile, but for its edges; the smallest glass has one row after another whatever its width.
    if (size.widthPx > 160 * unit) expect(itemPx).toBeGreaterThanOrEqual(61 * unit);
  });
  test.each(['tiles', 'list', 'courses'] as const)('%s never exceed the glass', (layout) => {
    const { columns, rows, tileWidthPx, tileHeightPx, gapPx, headPx } = gridOf(layout, size, glass);
    const headings = headPx > 0 ? headPx + gapPx : 0;
    expect(columns * (tileWidthPx + gapPx) + gapPx).toBeLessThanOrEqual(size.widthPx);
    expect(headings + rows * (tileHeightPx + gapPx) + gapPx).toBeLessThanOrEqual(size.heightPx);
  });
  test('courses have as many tiles as the glass has without headings', () => {
    const { columns, rows } = gridOf('courses', size, glass);
    expect(columns).toBe(tiles.columns);
    expect(rows).toBeGreaterThanOrEqual(tiles.rows);
    expect(tiles).toEqual(boardGrid(size.widthPx, size.heightPx, glass.pxPerMm, glass.distanceM));
  });
});

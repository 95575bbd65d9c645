import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SplitBlock, type SplitSizes, splitTile } from '../../../renderer/screens/board/splitTile.ts';

const sizes: SplitSizes = { cellPx: 400, topPx: 100, topAgainPx: 60, footPx: 60, tearPx: 30 };
const block = (heightPx: number, keepsWithNext = false, resumePx = 0): SplitBlock => ({
  heightPx,
  keepsWithNext,
  resumePx,
});

describe('where a tile tears', () => {
  test('what fits with its bump is one part', () => {
    expect(splitTile([block(100), block(140)], sizes)).toEqual([{ from: 0, to: 2 }]);
  });
  test('one pixel more is two, and the bump has the last dish with it', () => {
    expect(splitTile([block(100), block(141)], sizes)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]);
  });
  test('the name of a dish is not the last thing before a tear', () => {
    const parts = splitTile([block(200), block(40, true), block(100), block(50)], sizes);
    expect(parts[0]).toEqual({ from: 0, to: 1 });
  });
  test('what keeps together and is higher than a part is torn where the room ends, not after one block', () => {
    const parts = splitTile([block(60, true), block(60, true), block(300), block(50)], sizes);
    expect(parts[0]).toEqual({ from: 0, to: 2 });
  });
  test('a first part that allergies fill may hold no food', () => {
    expect(splitTile([block(120)], { ...sizes, topPx: 390 })).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 1 },
    ]);
  });
  test('a ticket without blocks is one part', () => {
    expect(splitTile([], sizes)).toEqual([{ from: 0, to: 0 }]);
  });
  test('every block stands once, in order, and nothing that can fit is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ heightPx: fc.integer({ min: 1, max: 230 }), keepsWithNext: fc.boolean() }), {
          maxLength: 60,
        }),
        (blocks) => {
          const all = blocks.map((one) => ({ ...one, resumePx: 20 }));
          const parts = splitTile(all, sizes);
          let next = 0;
          parts.forEach(({ from, to }, index) => {
            expect(from).toBe(next);
            next = to;
            const isLast = index === parts.length - 1;
            const top = index === 0 ? sizes.topPx : sizes.topAgainPx + 20;
            const used = all.slice(from, to).reduce((sum, { heightPx }) => sum + heightPx, 0);
            if (to - from > 1)
              expect(top + used + (isLast ? sizes.footPx : sizes.tearPx)).toBeLessThanOrEqual(sizes.cellPx);
          });
          expect(next).toBe(all.length);
        },
      ),
    );
  });
});

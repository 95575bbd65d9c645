import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  grown,
  halfWidthBetween,
  outlineOf,
  overlaps,
  plain,
  type Shaped,
} from '../../../renderer/ui/plan/geometry.ts';

const table = (more: Partial<Shaped> = {}): Shaped => ({
  x: 0,
  y: 0,
  width: 100,
  height: 60,
  rotation: 0,
  shape: 'square',
  ...more,
});

describe('a table', () => {
  test('turned about its middle stays about its middle', () => {
    const corners = outlineOf(table({ x: 40, y: 20, rotation: 30 }));
    const sum = corners.reduce(({ x, y }, one) => ({ x: x + one.x, y: y + one.y }), { x: 0, y: 0 });
    expect(sum.x / 4).toBeCloseTo(90);
    expect(sum.y / 4).toBeCloseTo(50);
  });

  test('a quarter turn is the rectangle that lies the other way', () => {
    const turned = plain(table({ rotation: 90 }));
    expect(turned).toMatchObject({ x: 20, y: -20, width: 60, height: 100, rotation: 0 });
    expect(boundsOf([turned])).toEqual(boundsOf([table({ x: 20, y: -20, width: 60, height: 100 })]));
    expect(plain(table({ rotation: 180 }))).toEqual(table());
    expect(plain(table({ rotation: 45 })).rotation).toBe(45);
  });

  test('grows about its middle', () => {
    expect(grown(table(), 1.5)).toMatchObject({ x: -25, y: -15, width: 150, height: 90 });
  });
});

describe('two tables', () => {
  test('stand in each other, touch, or stand apart', () => {
    expect(overlaps(table(), table({ x: 99 }))).toBe(true);
    expect(overlaps(table(), table({ x: 100 }))).toBe(false);
    expect(overlaps(table(), table({ x: 105 }), 10)).toBe(true);
  });

  test('a turned one reaches further, and its corners are empty', () => {
    const diamond = table({ width: 100, height: 100, rotation: 45 });
    expect(overlaps(diamond, table({ x: 115, width: 20, height: 100 }))).toBe(true);
    expect(overlaps(diamond, table({ x: -30, y: -30, width: 40, height: 40 }))).toBe(false);
  });

  test('round ones stand nearer at the corner', () => {
    const round = table({ width: 100, height: 100, shape: 'round' });
    const corner = table({ x: 90, y: 90, width: 20, height: 20 });
    expect(overlaps(round, corner)).toBe(false);
    expect(overlaps({ ...round, shape: 'square' }, corner)).toBe(true);
  });
});

describe('words inside a shape', () => {
  test('have all of a rectangle, less of a round table, and at its edge nothing', () => {
    expect(halfWidthBetween(table(), -30, 30)).toBe(50);
    expect(halfWidthBetween(table(), -31, 30)).toBe(0);
    const round = table({ width: 100, height: 100, shape: 'round' });
    expect(halfWidthBetween(round, -30, 30)).toBeGreaterThan(39);
    expect(halfWidthBetween(round, -30, 30)).toBeLessThan(40.01);
  });

  test('stay inside every corner of a turned table', () => {
    const turned = table({ rotation: 30 });
    const half = halfWidthBetween(turned, -10, 10);
    const middle = { x: 50, y: 30 };
    for (const [dx, dy] of [
      [-half, -10],
      [half, -10],
      [-half, 10],
      [half, 10],
    ] as const)
      expect(
        overlaps(turned, {
          ...table(),
          x: middle.x + dx * 0.99,
          y: middle.y + dy,
          width: 0.01,
          height: 0.01,
        }),
      ).toBe(true);
    expect(half).toBeGreaterThan(20);
  });
});

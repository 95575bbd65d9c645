import { describe, expect, test } from 'vitest';
import { neighbourOf } from '../../../../renderer/screens/host/floor/neighbours.ts';
import { layPlan, type PlanPlaceSizes } from '../../../../renderer/screens/host/floor/planLayout.ts';
import { boundsOf, overlaps } from '../../../../renderer/ui/plan/geometry.ts';
import type { FloorTable } from '../../../../shared/config/floor.ts';
import { demoFloor } from '../../../../shared/demo/restaurant/floorPlan.ts';
import { denseRoom } from './planHouse.ts';

/** What of the three glasses is left for a plan beside the host's lists. */
const GLASSES: readonly (readonly [string, PlanPlaceSizes])[] = [
  ['1280 x 800', { widthPx: 850, heightPx: 560, targetPx: 48, mostPx: 190 }],
  ['1920 x 1080', { widthPx: 1290, heightPx: 800, targetPx: 48, mostPx: 220 }],
  ['1080 x 1920', { widthPx: 1050, heightPx: 900, targetPx: 48, mostPx: 220 }],
];
const room = { width: 1200, height: 800 };
const dining = demoFloor.tables.filter((table) => table.room === 'dining');

describe.each(GLASSES)('on a glass of %s', (_, sizes) => {
  test.each([
    ['24 tables', denseRoom(24, 6)],
    ['40 tables', denseRoom(40)],
    ['the demo dining room', dining],
  ])('%s are all in sight, large enough for a finger, and none stands in another', (__, tables) => {
    const { places, widthPx, heightPx } = layPlan(room, tables, [], sizes);
    expect(places).toHaveLength(tables.length);
    expect(widthPx).toBeLessThanOrEqual(sizes.widthPx + 0.01);
    expect(heightPx).toBeLessThanOrEqual(sizes.heightPx + 0.01);
    for (const [at, place] of places.entries()) {
      const { left, top, right, bottom } = boundsOf([place]);
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(widthPx);
      expect(bottom).toBeLessThanOrEqual(heightPx);
      expect(Math.min(place.width, place.height)).toBeGreaterThanOrEqual(48);
      for (const other of places.slice(at + 1)) expect(overlaps(place, other)).toBe(false);
    }
  });
});

const wide: PlanPlaceSizes = { widthPx: 1000, heightPx: 500, targetPx: 48, mostPx: 200 };

test('a room that lies the other way than its glass is turned, once it is worth it', () => {
  const high = denseRoom(12, 2);
  expect(layPlan(room, high, [], wide).isTurned).toBe(true);
  expect(layPlan(room, denseRoom(9, 3), [], wide).isTurned).toBe(false);
  const [first, second] = layPlan(room, high, [], wide).places;
  // Beside one another in the room: above one another on the glass.
  expect(first?.x).toBeCloseTo(second?.x ?? 0);
  expect(first?.y).toBeLessThan(second?.y ?? 0);
});

test('equal tables stay equal, and grow no further than the narrowest place of one of them', () => {
  const square = (table: FloorTable): FloorTable => ({ ...table, shape: 'square' });
  const apart = denseRoom(3, 3).map(square);
  // A hand beside the third: neither it nor any of its kind has room to grow.
  const [third] = apart.slice(-1);
  const tight = denseRoom(1).map((one) => ({ ...square(one), id: '4', x: (third?.x ?? 0) + 85 }));
  const sidesOf = (tables: readonly FloorTable[]) =>
    layPlan(room, tables, [], { ...wide, mostPx: 80 }).places.map(({ width }) => Math.round(width));
  expect(new Set(sidesOf([...apart, ...tight])).size).toBe(1);
  const ratio = (tables: readonly FloorTable[]) => {
    const [first, second] = layPlan(room, tables, [], wide).places;
    return (first?.width ?? 0) / ((second?.x ?? 0) - (first?.x ?? 0));
  };
  expect(ratio([...apart, ...tight])).toBeCloseTo(80 / 140);
  expect(ratio(apart)).toBeGreaterThan(85 / 140);
});

test('tables pushed together are one, unless another stands between them', () => {
  const tables = denseRoom(6, 3);
  const joined = layPlan(room, tables, [['1', '2']], wide).places;
  expect(joined.map(({ tables: ids }) => ids.join('+'))).toEqual(['1+2', '3', '4', '5', '6']);
  const both = boundsOf(layPlan(room, tables.slice(0, 6), [], wide).places.slice(0, 2));
  const one = boundsOf(joined.slice(0, 1));
  expect([one.left, one.right, one.top, one.bottom].map(Math.round)).toEqual(
    [both.left, both.right, both.top, both.bottom].map(Math.round),
  );
  const apart = layPlan(room, tables, [['1', '3']], wide).places;
  expect(apart).toHaveLength(6);
  expect(apart.every(({ tables: ids }) => ids.length === 1)).toBe(true);
});

test('a room with a picture is all in sight, and so is a table that stands outside of it', () => {
  const tables = [...denseRoom(2), ...denseRoom(1).map((one) => ({ ...one, id: 'out', x: 300, y: 1000 }))];
  const { places, room: box, heightPx } = layPlan(room, tables, [], wide, true);
  expect([box.left, box.top].map(Math.round)).toEqual([0, 0]);
  expect((box.right - box.left) / (box.bottom - box.top)).toBeCloseTo(1.5);
  expect(boundsOf(places).bottom).toBeLessThanOrEqual(heightPx);
  expect(boundsOf(places).bottom).toBeGreaterThan(box.bottom);
});

test('a room too full for its glass keeps its tables pressable and scrolls', () => {
  const small = layPlan(room, denseRoom(40), [], { ...wide, widthPx: 300, heightPx: 200 });
  expect(small.widthPx).toBeGreaterThan(300);
  expect(small.places.every(({ width }) => width >= 47.9)).toBe(true);
});

test('arrows lead along rows and columns, and off the plan nowhere', () => {
  const { places } = layPlan(room, denseRoom(9, 3), [], wide);
  const to = (from: string, arrow: Parameters<typeof neighbourOf>[2]) => {
    const here = places.find(({ tables }) => tables[0] === from);
    return (here && neighbourOf(places, here, arrow)?.tables[0]) ?? null;
  };
  expect([to('5', 'ArrowLeft'), to('5', 'ArrowRight'), to('5', 'ArrowUp'), to('5', 'ArrowDown')]).toEqual([
    '4',
    '6',
    '2',
    '8',
  ]);
  expect([to('1', 'ArrowLeft'), to('1', 'ArrowUp'), to('9', 'ArrowDown')]).toEqual([null, null, null]);
});

test('arrows reach every table of the demo, from every other', () => {
  const { places } = layPlan(room, dining, [], wide);
  for (const from of places) {
    const reached = new Set([from]);
    for (const place of reached)
      for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
        const next = neighbourOf(places, place, arrow);
        if (next) reached.add(next);
      }
    expect(reached.size).toBe(places.length);
  }
});

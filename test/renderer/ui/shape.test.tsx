import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Shape, type ShapeName } from '../../../renderer/ui/Shape.tsx';
import { filledPoints, likeness } from '../../support/shapes/filledPoints.ts';

const ALL: Record<ShapeName, true> = {
  new: true,
  ok: true,
  soon: true,
  late: true,
  alert: true,
  ready: true,
  allergy: true,
  stop: true,
  note: true,
  rush: true,
  tear: true,
  away: true,
  paper: true,
  added: true,
  changed: true,
  void: true,
  refire: true,
  vip: true,
};
const FILLED = Object.keys(ALL).map((name) => {
  const [, path = ''] = / d="([^"]+)"/u.exec(renderToStaticMarkup(<Shape name={name as ShapeName} />)) ?? [];
  return { name, points: filledPoints(path) };
});

/** Of a triangle and one with a sign cut out of it, 0.84 is the same: at 3 mm from a metre away they are one shape. */
const MOST_ALIKE = 0.8;

test('LOOK.md: every state has a shape of its own, whatever its colour', () => {
  const alike = FILLED.flatMap((one, index) =>
    FILLED.slice(index + 1)
      .map((other) => ({ pair: `${one.name} ${other.name}`, is: likeness(one.points, other.points) }))
      .filter(({ is }) => is > MOST_ALIKE),
  );
  expect(alike).toEqual([]);
});

test('each fills enough of its square to be seen', () => {
  for (const { name, points } of FILLED) expect(points.size / 64 ** 2, name).toBeGreaterThan(0.15);
});

test('an allergy alone is a triangle: its corners are below, and its point above', () => {
  const [allergy] = FILLED.filter(({ name }) => name === 'allergy').map(({ points }) => points);
  const has = (x: number, y: number) => allergy?.has(y * 4 * 64 + x * 4) ?? false;
  expect([has(1, 14), has(14, 14), has(8, 2), has(1, 2), has(14, 2)]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

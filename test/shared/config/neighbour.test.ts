import { expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { downStations } from '../../../shared/config/neighbour.ts';

type Said = { neighbour?: string; state?: 'closed' };

function house(stations: Record<string, Said>) {
  return HouseConfig.parse({
    stations: Object.entries(stations).map(([id, said]) => ({ id, name: id, ...said })),
    routes: [],
  });
}

/** `fry at grill` */
function told(stations: Record<string, Said>, ...down: string[]): string[] {
  return downStations(house(stations), down).map(({ station, shownAt }) => `${station} at ${shownAt}`);
}

test('a station that is down is shown at the neighbour set-up names', () => {
  expect(told({ grill: {}, fry: { neighbour: 'cold' }, cold: {} }, 'fry')).toEqual(['fry at cold']);
});

test('without one the next in order shows it, from the last the first', () => {
  expect(told({ grill: {}, fry: {}, cold: {} }, 'fry', 'cold')).toEqual(['fry at grill', 'cold at grill']);
  expect(told({ grill: {}, fry: {}, cold: {} }, 'fry')).toEqual(['fry at cold']);
});

test('a neighbour that is down or closed passes it on along its own line, and a circle to the next in order', () => {
  const line = { grill: {}, fry: { neighbour: 'cold' }, cold: { neighbour: 'pastry' }, pastry: {} };
  expect(told(line, 'fry', 'cold')).toEqual(['fry at pastry', 'cold at pastry']);
  const closed = { ...line, cold: { neighbour: 'pastry', state: 'closed' as const } };
  expect(told(closed, 'fry')).toEqual(['fry at pastry']);
  const circle = { fry: { neighbour: 'cold' }, cold: { neighbour: 'fry' }, grill: {} };
  expect(told(circle, 'fry', 'cold')).toEqual(['fry at grill', 'cold at grill']);
});

test('nobody shows it where nobody is up; closed stations are not down', () => {
  expect(told({ grill: {}, fry: {} }, 'grill', 'fry')).toEqual(['grill at null', 'fry at null']);
  expect(told({ grill: {}, fry: { state: 'closed' } }, 'fry')).toEqual([]);
});

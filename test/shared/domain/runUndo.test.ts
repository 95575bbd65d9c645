import { expect, test } from 'vitest';
import type { House } from '../../support/house.ts';
import { expo, fry, grill, House as HouseOf, MINUTE, twoStations } from '../../support/house.ts';

function atThePass(): House {
  const house = new HouseOf({ ...twoStations, pass: 'expo' });
  house.put({
    items: [
      { id: 'ribeye', course: 1 },
      { id: 'fries', course: 1, stations: ['fry'] },
    ],
  });
  return house;
}

function counts(house: House, ids: string[], quantity: number) {
  return ids.map((id) => ({ item: house.item(id).id, batch: 1, quantity }));
}

function run(house: House, ids: string[], anyway: boolean) {
  const press = { type: 'course.run', ticket: house.ticket().id, course: 1, anyway } as const;
  return house.say({ ...press, portions: counts(house, ids, 1), seen: house.seq }, expo);
}

test('[B9a] UNDO of a run brings the table back as it stood: ready, not run, the ticket open', () => {
  const house = atThePass();
  house.bump('ribeye', grill);
  house.bump('fries', fry);
  house.later(MINUTE);
  run(house, ['ribeye', 'fries'], false);
  expect(house.ticket().endedAt).not.toBeNull();
  const undo = { type: 'run.undo', ticket: house.ticket().id, parts: [] } as const;
  const portions = counts(house, ['ribeye', 'fries'], 0);
  expect(house.say({ ...undo, portions, seen: house.seq }, expo)).toBe('applied');
  expect(house.ticket()).toMatchObject({ endedAt: null, runAt: null });
  expect(house.ticket().courses[0]).toMatchObject({ runAt: null });
  expect(house.ticket().courses[0]?.readyAt).not.toBeNull();
  expect(house.batch('ribeye')).toMatchObject({ run: 0, runAt: null, bumped: 1 });
  expect(house.say({ ...undo, portions, seen: house.seq }, expo)).toBe('noop');
  expect(house.replayed()).toEqual(house.state);
});

test('[B9a] UNDO of RUN ANYWAY gives the stations back what it bumped for them, and says so as an undo', () => {
  const house = atThePass();
  house.bump('ribeye', grill);
  run(house, ['ribeye', 'fries'], true);
  const undo = { type: 'run.undo', ticket: house.ticket().id, seen: house.seq } as const;
  const parts = [{ item: house.item('fries').id, batch: 1, station: fry, quantity: 0 }];
  house.say({ ...undo, portions: counts(house, ['ribeye', 'fries'], 0), parts }, expo);
  expect(house.batch('fries')).toMatchObject({ run: 0, bumped: 0 });
  expect(house.batch('fries').parts[0]?.ready).toBe(0);
  expect(house.batch('ribeye')).toMatchObject({ run: 0, bumped: 1 });
  expect(house.events('item.recalled').map(({ external, undo: isUndo }) => [external, isUndo])).toEqual([
    ['fries', true],
  ]);
});

test('[B9a] a RUN pressed on the plates as they stood before the undo is superseded', () => {
  const house = atThePass();
  house.bump('ribeye', grill);
  house.bump('fries', fry);
  const seen = house.seq;
  run(house, ['ribeye'], false);
  const undo = { type: 'run.undo', ticket: house.ticket().id, parts: [], seen: house.seq } as const;
  house.say({ ...undo, portions: counts(house, ['ribeye'], 0) }, expo);
  const press = { type: 'course.run', ticket: house.ticket().id, course: 1, anyway: false } as const;
  const other = { ...expo, screen: 'the other expo screen' };
  expect(house.say({ ...press, portions: counts(house, ['ribeye'], 1), seen }, other)).toBe('superseded');
});

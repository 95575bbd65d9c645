import { expect, test } from 'vitest';
import { passSince } from '../../../renderer/screens/expo/progress.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { expoBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { expo, fry, grill, House, MINUTE, twoStations } from '../../support/house.ts';

const withPass = HouseConfig.parse({ ...twoStations, pass: 'expo' });

function since(house: House): number | null {
  const [tile] = expoBoard(house.state, house.config, house.now).tiles;
  return tile ? passSince(tile) : null;
}

function table(): House {
  const house = new House(withPass);
  house.put({
    items: [
      { id: 'steak', quantity: 4 },
      { id: 'fish', stations: ['grill', 'fry'] },
    ],
  });
  return house;
}

function run(house: House, id: string, quantity: number) {
  const item = house.item(id);
  const portions = [{ item: item.id, batch: 1, quantity }];
  const ticket = house.ticket().id;
  return house.say({ type: 'course.run', ticket, course: 0, portions, anyway: false, seen: house.seq }, expo);
}

test('[B15] the pass clock starts at the first plate of a line of four, and runs on as others come', () => {
  const house = table();
  expect(since(house)).toBeNull();
  house.later(MINUTE).bump('steak', grill, { quantity: 1 });
  const first = house.now;
  expect(since(house)).toBe(first);
  house.later(MINUTE).bump('steak', grill, { quantity: 3 });
  expect(since(house)).toBe(first);
  house.later(MINUTE).bump('steak');
  expect(since(house)).toBe(first);
});

test('[B15] a plate that waits for its other station stands at no pass', () => {
  const house = table();
  house.bump('fish');
  expect(since(house)).toBeNull();
  house.later(MINUTE).bump('fish', fry);
  expect(since(house)).toBe(house.now);
});

test('[B15] once what stood there is run, the next plate has a clock of its own; UNDO gives the old one back', () => {
  const house = table();
  house.bump('steak', grill, { quantity: 2 });
  const first = house.now;
  house.later(MINUTE);
  expect(run(house, 'steak', 2)).toBe('applied');
  expect(since(house)).toBeNull();
  const undo = { portions: [{ item: house.item('steak').id, batch: 1, quantity: 0 }], parts: [] };
  const ticket = house.ticket().id;
  house.say({ type: 'run.undo', ticket, ...undo, seen: house.seq }, expo);
  expect(since(house)).toBe(first);
  run(house, 'steak', 2);
  house.later(MINUTE).bump('steak', grill, { quantity: 3 });
  expect(since(house)).toBe(house.now);
});

import { expect, test } from 'vitest';
import { lastBumpedOf } from '../../../renderer/sync/lastBumped.ts';
import { fry, grill, House, MINUTE } from '../../support/house.ts';

function twoTables(): House {
  const house = new House();
  const items = [
    { id: 'a', course: 1 },
    { id: 'b', course: 1 },
  ];
  house.put({ id: 'A', table: '1', items });
  house.put({ id: 'B', table: '2', items });
  return house;
}

test('RECALL names the ticket that left this board last, not one with food still on it', () => {
  const house = twoTables();
  expect(lastBumpedOf(house.state, grill)).toBeNull();
  for (const id of ['a', 'b']) house.bump(id, grill, { ticket: 'A' });
  house.later(MINUTE);
  house.bump('a', grill, { ticket: 'B' });
  expect(lastBumpedOf(house.state, grill)?.title).toBe('1');
  house.bump('b', grill, { ticket: 'B' });
  expect(lastBumpedOf(house.state, grill)?.title).toBe('2');
  expect(lastBumpedOf(house.state, fry)).toBeNull();
});

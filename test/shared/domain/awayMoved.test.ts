import { describe, expect, test } from 'vitest';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { MINUTE, pos } from '../../support/house.ts';

const mains = {
  items: [
    { id: 'a', course: 1 },
    { id: 'b', course: 1 },
  ],
};
const isAway = (house: DoorHouse, table: string) => house.state.holds[table] !== undefined;
const firedAt = (house: DoorHouse, id: string, ticket: string) => house.batch(id, 0, ticket).firedAt;
const resume = (house: DoorHouse, table: string) => house.say({ type: 'table.resume', table }, pos);

/** Guests of table 12 are away, and the host has moved their things to 14; the POS still has them at 12. */
function movedAway(): DoorHouse {
  const house = new DoorHouse();
  house.book({ id: 'r1', covers: 4 });
  house.seat('r1', ['12']);
  house.put({ id: 'T1', table: '12', ...mains });
  house.say({ type: 'table.hold', table: '12', reason: 'speeches', until: null }, pos);
  const move = { type: 'party.move', party: house.party('r1').id, tables: ['14'], seen: house.seq } as const;
  expect(house.say(move, host)).toBe('applied');
  house.later(10 * MINUTE);
  return house;
}

describe('[T5] guests who are away, and their table', () => {
  test('whoever is seated there next is there: their food is fired, and the others wait where they sit now', () => {
    const house = movedAway();
    house.book({ id: 'r2', covers: 4 });
    house.seat('r2', ['12']);
    expect([isAway(house, '12'), isAway(house, '14')]).toEqual([false, true]);
    house.put({ id: 'T2', table: '12', ...mains });
    expect(firedAt(house, 'a', 'T2')).toBe(house.now);
    expect(firedAt(house, 'a', 'T1')).toBeNull();
  });

  test('a POS that has them at their first table resumes them where they sit', () => {
    const house = movedAway();
    house.book({ id: 'r2', covers: 4 });
    house.seat('r2', ['12']);
    expect(resume(house, '12')).toBe('applied');
    expect(isAway(house, '14')).toBe(false);
    expect(firedAt(house, 'a', 'T1')).toBe(house.now);
  });

  test('while nobody else sits there it is as the POS said it', () => {
    const house = movedAway();
    expect([isAway(house, '12'), isAway(house, '14')]).toEqual([true, false]);
    resume(house, '12');
    expect(firedAt(house, 'a', 'T1')).toBe(house.now);
  });

  test('who was away from a table where nobody sat is back when seated there', () => {
    const house = new DoorHouse();
    house.put({ id: 'T1', table: '99', ...mains });
    house.say({ type: 'table.hold', table: '12', reason: null, until: null }, pos);
    house.book({ id: 'r1', covers: 4 });
    house.seat('r1', ['12']);
    expect(isAway(house, '12')).toBe(false);
    expect(house.replayed()).toEqual(house.state);
  });
});

import { describe, expect, test } from 'vitest';
import { movableWork } from '../../../shared/domain/selectors/movableWork.ts';
import { expo, fry, grill, House, MINUTE } from '../../support/house.ts';

const movable = (house: House) =>
  movableWork(house.state, house.ticket().id).map(({ station, dishes }) => [
    station,
    dishes.map(({ name, isHeld }) => (isHeld ? `${name} held` : name)),
  ]);

function table(): House {
  const house = new House();
  house.put({
    courses: [{ number: 2, said: 'held' }],
    items: [
      { id: 'a', course: 1 },
      { id: 'b', course: 1, stations: ['grill', 'fry'] },
      { id: 'c', course: 2 },
    ],
  });
  return house;
}

describe('what may be moved', () => {
  test('all that a station still has to make or hold; a dish of two stations at both; nothing that is ready', () => {
    const house = table();
    expect(movable(house)).toEqual([
      ['grill', ['a', 'b', 'c held']],
      ['fry', ['b']],
    ]);
    house.bump('a');
    house.bump('b', fry);
    expect(movable(house)).toEqual([['grill', ['b', 'c held']]]);
  });

  test('[R4] the dishes chosen go, with the clock they had; the others stay', () => {
    const house = table();
    const firedAt = house.batch('a').firedAt;
    house.later(4 * MINUTE);
    const [work] = movableWork(house.state, house.ticket().id);
    const portions = (work?.dishes ?? []).filter(({ name }) => name !== 'b');
    const move = { type: 'part.move', ticket: house.ticket().id, from: grill, to: fry } as const;
    expect(house.say({ ...move, portions, seen: house.seq }, expo)).toBe('applied');
    expect(movable(house)).toEqual([
      ['fry', ['a', 'b', 'c held']],
      ['grill', ['b']],
    ]);
    expect(house.batch('a').firedAt).toBe(firedAt);
    expect(house.batch('c').firedAt).toBe(null);
  });
});

import { describe, expect, test } from 'vitest';
import { bySeat, coursingDishes } from '../../../shared/domain/selectors/coursingDishes.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { expo, grill, House } from '../../support/house.ts';

function table(): House {
  const house = new House();
  house.put({
    items: [
      { id: 'soup', seat: 1, course: 1 },
      { id: 'nuggets', seat: 2, course: 2, fire: 'as_ready' },
      { id: 'ribeye', seat: 1, course: 2 },
      { id: 'chips', seats: [1, 2], course: 2, with: 'ribeye' },
      { id: 'cake', seat: 0, course: 3, fire: 'on_call' },
    ],
  });
  return house;
}

const dishes = (house: House) =>
  coursingDishes(house.state, house.ticket().id).map(({ name, isHeld, goes }) => [
    name,
    isHeld ? 'held' : 'fired',
    goes?.kind ?? null,
  ]);
const press = (house: House, type: 'item.fire' | 'item.hold', ids: readonly string[]) => {
  const items = ids.map((id) => house.item(id).id);
  return house.say({ type, ticket: house.ticket().id, items, seen: house.seq }, expo);
};

describe('a dish apart from its course', () => {
  test('[F8] [F9] each that nobody has begun is there, with how it goes', () => {
    const house = table();
    expect(dishes(house)).toEqual([
      ['soup', 'fired', null],
      ['ribeye', 'held', null],
      ['chips', 'held', 'with'],
      ['nuggets', 'fired', 'as_ready'],
      ['cake', 'held', 'on_call'],
    ]);
    house.bump('soup', grill);
    expect(dishes(house)[0]).toEqual(['ribeye', 'held', null]);
  });

  test('[F9] FIRE of a seat takes what is that guest’s alone, and what goes with it', () => {
    const house = table();
    const own = bySeat(coursingDishes(house.state, house.ticket().id)).get(1) ?? [];
    expect(own.map(({ name }) => name)).toEqual(['soup', 'ribeye']);
    expect(press(house, 'item.fire', ['ribeye'])).toBe('applied');
    expect(
      dishes(house)
        .filter(([, state]) => state === 'fired')
        .map(([name]) => name),
    ).toEqual(['soup', 'ribeye', 'chips', 'nuggets']);
  });

  test('[F7] [F9] HOLD takes back what nobody has begun, and no course fires it then', () => {
    const house = table();
    expect(press(house, 'item.hold', ['nuggets'])).toBe('applied');
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2, seen: house.seq }, expo);
    expect(dishes(house)).toContainEqual(['nuggets', 'held', 'as_ready']);
    expect(press(house, 'item.fire', ['nuggets'])).toBe('applied');
    house.bump('nuggets');
    expect(press(house, 'item.hold', ['nuggets'])).toBe('already_started');
  });

  test('[F8] a tile says how a dish goes: with which, as ready, on call', () => {
    const house = table();
    press(house, 'item.fire', ['ribeye', 'cake']);
    const [tile] = stationBoard(house.state, grill, house.config, house.now).tiles;
    expect(tile?.lines.map(({ name, goes }) => [name, goes])).toEqual([
      ['soup', undefined],
      ['nuggets', { kind: 'as_ready' }],
      ['ribeye', undefined],
      ['chips', { kind: 'with', name: 'ribeye', names: null }],
      ['cake', { kind: 'on_call' }],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { expo, grill, House, MINUTE, pos } from '../../support/house.ts';

const hold = (house: House, table = '12', until: number | null = null) =>
  house.say({ type: 'table.hold', table, reason: 'speeches', until }, pos);
const resume = (house: House, table = '12') => house.say({ type: 'table.resume', table }, pos);
const firedAt = (house: House, id: string, ticket = 'T1') => house.batch(id, 0, ticket).firedAt;
const two = (course = 1) => [
  { id: 'a', course },
  { id: 'b', course },
];

describe('tables away', () => {
  test('[T1] what nobody has started waits, what is started stays and says AWAY', () => {
    const house = new House();
    house.put({ items: two() });
    house.put({ id: 'T2', items: two() });
    house.bump('a', grill, { ticket: 'T2' });
    expect(hold(house)).toBe('applied');
    expect(hold(house)).toBe('noop');
    expect(firedAt(house, 'a')).toBe(null);
    // With two steps a ticket somebody has pressed is a ticket heard, and its dishes are started.
    expect(firedAt(house, 'b', 'T2')).not.toBe(null);
    const tiles = stationBoard(house.state, grill, house.config, house.now).tiles;
    expect(tiles.map(({ externalId }) => externalId)).toEqual(['T2']);
    expect(house.events('table.held')).toHaveLength(1);
  });

  test('[T1] a started dish keeps its tile, with AWAY and the reason on it', () => {
    const house = new House();
    house.put({ items: two() });
    const [portion] = [{ item: house.item('a').id, batch: 1 }];
    house.say(
      { type: 'item.start', ticket: house.ticket().id, station: grill, portions: [portion], seen: house.seq },
      { kind: 'screen', roles: ['kitchen'], station: grill, screen: 's' },
    );
    hold(house);
    const [tile] = stationBoard(house.state, grill, house.config, house.now).tiles;
    expect(tile?.away).toEqual({ since: house.now, reason: 'speeches', until: null });
    resume(house);
    expect(stationBoard(house.state, grill, house.config, house.now).tiles[0]?.away).toBe(null);
  });

  test('[T2] no fireAt and no put fires meanwhile', () => {
    const house = new House();
    house.put({ items: two(), courses: [{ number: 1, said: 'held', fireAt: house.now + MINUTE }] });
    hold(house);
    expect(house.later(2 * MINUTE).tick()).toBe(0);
    house.put({
      items: [...two(), { id: 'c', course: 0 }],
      courses: [{ number: 1, said: 'fired', fireAt: house.now }],
    });
    expect(['a', 'b', 'c'].map((id) => firedAt(house, id))).toEqual([null, null, null]);
    house.later(MINUTE);
    resume(house);
    expect(['a', 'b', 'c'].map((id) => firedAt(house, id))).toEqual([house.now, house.now, house.now]);
  });

  test('[T2] what a person fires by hand is fired, and a later put leaves it so', () => {
    const house = new House();
    house.put({ items: two(2), courses: [{ number: 2, said: 'held' }] });
    hold(house);
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 }, expo);
    const at = house.now;
    house.later(MINUTE);
    house.put({ items: two(2), courses: [{ number: 2, said: 'held' }], server: 'Ivo' });
    expect(firedAt(house, 'a')).toBe(at);
  });

  test('[T3] back: what waited has a new clock, what a person holds stays held', () => {
    const house = new House();
    house.put({ items: two() });
    hold(house);
    house.say({ type: 'item.hold', ticket: house.ticket().id, items: [house.item('b').id] }, expo);
    house.later(7 * MINUTE);
    expect(resume(house)).toBe('applied');
    expect(resume(house)).toBe('noop');
    expect(firedAt(house, 'a')).toBe(house.now);
    expect(firedAt(house, 'b')).toBe(null);
    expect(house.events('table.resumed').map(({ awayMs }) => awayMs)).toEqual([7 * MINUTE]);
    expect(house.replayed()).toEqual(house.state);
  });

  test('[T3] the sender may say until when', () => {
    const house = new House();
    house.put({ items: two() });
    hold(house, '12', house.now + 5 * MINUTE);
    expect(house.later(4 * MINUTE).tick()).toBe(0);
    expect(house.later(MINUTE).tick()).toBe(1);
    expect(firedAt(house, 'a')).toBe(house.now);
    expect(house.state.holds).toEqual({});
  });

  test('[T4] food that leaves the table goes on, food that comes to it waits', () => {
    const house = new House();
    house.put({ items: two() });
    house.put({ id: 'T2', table: '20', items: two() });
    hold(house);
    house.later(MINUTE);
    house.put({ table: '14', items: two() });
    expect(firedAt(house, 'a')).toBe(house.now);
    house.put({ id: 'T2', table: '12', items: two() });
    expect(firedAt(house, 'a', 'T2')).toBe(null);
    resume(house);
    expect(firedAt(house, 'a', 'T2')).toBe(house.now);
  });

  test('[T4] a check split off while the guests are away is fired with the rest', () => {
    const house = new House();
    house.put({ items: two() });
    hold(house);
    house.put({
      id: 'T2',
      table: '12',
      items: [{ id: 'x', name: 'b', course: 1, movedFrom: { id: 'T1', item: 'b' } }],
    });
    house.put({ items: two().slice(0, 1) });
    house.later(MINUTE);
    resume(house);
    expect(firedAt(house, 'x', 'T2')).toBe(house.now);
    expect(house.ticket('T2').items[0]?.batches).toHaveLength(1);
  });
});

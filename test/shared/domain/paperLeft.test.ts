import { describe, expect, test } from 'vitest';
import { expoBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { expo, fry, grill, MINUTE } from '../../support/house.ts';
import { PaperGrill } from '../../support/paperGrill.ts';

const SECOND = 1_000;
const a = { id: 'a', course: 1, name: 'Burger', quantity: 2 };
const b = { id: 'b', course: 1, name: 'Steak' };

function printed(items = [a, b]): PaperGrill {
  const kitchen = new PaperGrill();
  kitchen.put({ table: '12', items });
  expect(kitchen.print()).toHaveLength(1);
  return kitchen;
}

describe('food on paper that is not to be made there any more', () => {
  test('[C13] a course that is held again is told as held, once, and as added when it is fired again', () => {
    const kitchen = printed();
    const { house } = kitchen;
    house.now += SECOND;
    expect(house.say({ type: 'course.hold', ticket: house.ticket().id, course: 1 }, expo)).toBe('applied');
    expect(kitchen.print()).toEqual([['12: - 2 Burger (held)', '12: - 1 Steak (held)']]);
    house.now += MINUTE;
    expect(kitchen.print()).toEqual([]);
    expect(house.say({ type: 'course.fire', ticket: house.ticket().id, course: 1 }, expo)).toBe('applied');
    expect(kitchen.print()).toEqual([['12: + 2 Burger', '12: + 1 Steak']]);
  });

  test('[C13] held and fired again before its chit is sent, it is as before', () => {
    const kitchen = printed();
    const { house } = kitchen;
    const course = { ticket: house.ticket().id, course: 1 };
    house.now += SECOND;
    house.say({ type: 'course.hold', ...course }, expo);
    house.now += SECOND;
    house.say({ type: 'course.fire', ...course }, expo);
    expect(kitchen.print()).toEqual([['12:   2 Burger', '12:   1 Steak']]);
  });

  test('[C13] a table that is AWAY: what waits is told as waiting, and as added when the guests are back', () => {
    const kitchen = printed();
    kitchen.house.now += SECOND;
    kitchen.house.say({ type: 'table.hold', table: '12', reason: null, until: null }, expo);
    expect(kitchen.print()).toEqual([['12: - 2 Burger (away)', '12: - 1 Steak (away)']]);
    kitchen.house.now += MINUTE;
    kitchen.house.say({ type: 'table.resume', table: '12' }, expo);
    expect(kitchen.print()).toEqual([['12: + 2 Burger', '12: + 1 Steak']]);
  });

  test('[C13] a dish that goes to another station, with the name of that', () => {
    const kitchen = printed();
    const { house } = kitchen;
    const { id, items } = house.ticket();
    const portions = items.slice(0, 1).map(({ id: item }) => ({ item, batch: 1 }));
    house.now += SECOND;
    house.say({ type: 'part.move', ticket: id, from: grill, to: fry, portions, seen: house.state.seq }, expo);
    expect(kitchen.print()).toEqual([['12:   1 Steak', '12: - 2 Burger (station Fry)']]);
    expect(kitchen.print()).toEqual([]);
  });

  test('[C13] what is voided while it is held, and its cook has not been told of either', () => {
    const kitchen = printed();
    kitchen.house.now += SECOND;
    kitchen.house.say({ type: 'course.hold', ticket: kitchen.house.ticket().id, course: 1 }, expo);
    kitchen.put({ table: '12', items: [a, { ...b, state: 'void' }] });
    expect(kitchen.print()).toEqual([['12: - 2 Burger (held)', '12: - 1 Steak (void)']]);
    expect(kitchen.print()).toEqual([]);
  });

  test('[C13] expo says it until it is told, and nothing of it afterwards', () => {
    const kitchen = printed([a]);
    const { house } = kitchen;
    const marks = () => expoBoard(house.state, house.config, house.now).tiles[0]?.paper ?? [];
    house.now += SECOND;
    house.say({ type: 'course.hold', ticket: house.ticket().id, course: 1 }, expo);
    expect(marks()).toMatchObject([{ station: grill, paper: { number: 1, isCurrent: false } }]);
    kitchen.print();
    expect(marks()).toEqual([]);
  });

  test('[C14] a split: one chit, of the ticket it is on now, with the table and slip it stands on', () => {
    const kitchen = printed();
    kitchen.put({
      id: 'T2',
      table: '14',
      items: [{ id: 'x', course: 1, name: 'Burger', quantity: 1, movedFrom: { id: 'T1', item: 'a' } }],
    });
    expect(kitchen.print()).toEqual([['14: ~ 1 Burger (was 12, chit 1)']]);
    kitchen.put({ table: '12', items: [{ ...a, quantity: 1 }, b] });
    kitchen.house.now += MINUTE;
    expect(kitchen.print()).toEqual([]);
  });

  test('[C14] a merge into a ticket with a slip of its own: only what came is marked', () => {
    const kitchen = printed([a]);
    kitchen.put({ id: 'T2', table: '14', items: [{ id: 'x', course: 1, name: 'Soup' }] });
    kitchen.print();
    kitchen.put({
      id: 'T2',
      table: '14',
      items: [
        { id: 'x', course: 1, name: 'Soup' },
        { ...a, id: 'y', movedFrom: { id: 'T1', item: 'a' } },
        { id: 'z', course: 1, name: 'Flan' },
      ],
    });
    expect(kitchen.print()).toEqual([['14:   1 Soup', '14: + 1 Flan', '14: ~ 2 Burger (was 12, chit 1)']]);
    kitchen.put({ table: '12', items: [{ ...a, state: 'void' }] });
    expect(kitchen.print()).toEqual([]);
  });

  test('[C14] the whole table moves: one chit, the same food under its new table', () => {
    const kitchen = printed();
    kitchen.put({ table: '30', items: [a, b] });
    expect(kitchen.print()).toEqual([['30: ~ 2 Burger (was 12, chit 1)', '30: ~ 1 Steak (was 12, chit 1)']]);
    kitchen.house.now += MINUTE;
    expect(kitchen.print()).toEqual([]);
  });

  test('[C14] held and then moved: told where it is now, as held', () => {
    const kitchen = printed([b]);
    kitchen.house.now += SECOND;
    kitchen.house.say({ type: 'course.hold', ticket: kitchen.house.ticket().id, course: 1 }, expo);
    kitchen.put({
      id: 'T2',
      table: '14',
      items: [{ ...b, id: 'x', movedFrom: { id: 'T1', item: 'b' } }],
    });
    expect(kitchen.print()).toEqual([['14: - 1 Steak (held) (was 12, chit 1)']]);
  });

  test('[C15] food that moves while its slip is coming out', () => {
    const kitchen = new PaperGrill();
    kitchen.put({ table: '12', items: [a, b] });
    const [chit] = kitchen.send();
    if (chit === undefined) throw new Error('no chit');
    kitchen.put({
      id: 'T2',
      table: '14',
      items: [{ ...a, id: 'x', movedFrom: { id: 'T1', item: 'a' } }],
    });
    kitchen.finish(chit);
    expect(kitchen.print().sort()).toEqual([
      ['12:   1 Steak', '12: - 2 Burger (elsewhere)'],
      ['14:   2 Burger'],
    ]);
    expect(kitchen.print()).toEqual([]);
  });
});

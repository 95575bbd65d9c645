import { describe, expect, test } from 'vitest';
import { coverPace } from '../../../shared/domain/selectors/coverPace.ts';
import { doorList } from '../../../shared/domain/selectors/doorList.ts';
import { floorView, tableView } from '../../../shared/domain/selectors/floorView.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { EVENING, expo, HOUR, MINUTE, pos } from '../../support/house.ts';

const view = (house: DoorHouse, table = '12') => tableView(house.state, house.config, house.now, table);
/** Stage, course, whose move and minutes, in a line. */
function line(house: DoorHouse, table = '12'): string {
  const { stage, course, move, minutes } = view(house, table);
  return `${stage}${course === null ? '' : ` ${course}`}, ${move}, ${minutes ?? '-'}`;
}
const mark = (house: DoorHouse, state: 'dirty' | 'clean' | 'blocked' | 'open') =>
  house.say({ type: 'table.mark', table: '12', state, reason: null, until: null }, pos);
const meal = [
  { id: 'water', course: 0 },
  { id: 'soup', course: 1 },
  { id: 'bass', course: 2 },
];

describe('[S23] the stage of a table', () => {
  test('moves by itself from the door to the street, and says whose move it is and since when', () => {
    const house = new DoorHouse();
    const then = (minutes: number) => house.later(minutes * MINUTE);
    const seen: string[] = [line(house)];
    const note = () => seen.push(line(house));
    house.book({ tables: ['12'], at: house.now + 30 * MINUTE });
    note();
    house.arrive('r1', 2);
    then(1);
    note();
    house.arrive();
    note();
    house.seat('r1', ['12']);
    then(4);
    note();
    house.put({
      items: meal,
      courses: [
        { number: 1, said: 'held' },
        { number: 2, said: 'held' },
      ],
    });
    note();
    house.bump('water');
    then(2);
    note();
    const fire = (course: number) =>
      house.say({ type: 'course.fire', ticket: house.ticket().id, course }, expo);
    fire(1);
    then(7);
    note();
    house.bump('soup');
    then(3);
    note();
    const clear = { type: 'party.clear', party: house.party().id, course: 1, seen: house.seq } as const;
    house.say(clear, host);
    then(1);
    note();
    fire(2);
    note();
    house.bump('bass');
    then(20);
    // The ticket has gone to history, and the table still knows.
    house.later(45 * MINUTE).tick();
    expect(house.state.tickets.size).toBe(0);
    note();
    house.check('c1', 'printed');
    note();
    house.check('c1', 'part_paid');
    then(1);
    house.check('c1', 'closed');
    note();
    house.press('party.finish');
    then(2);
    note();
    mark(house, 'clean');
    note();
    expect(seen).toEqual([
      'open, DOOR, -',
      'reserved, DOOR, -',
      'partly_arrived, GUEST, 1',
      'arrived, DOOR, 0',
      'seated, SERVER, 4',
      'drinks 0, KITCHEN, 0',
      'drinks 0, SERVER, 2',
      'cooking 1, KITCHEN, 7',
      'on_the_table 1, GUEST, 3',
      'cleared 1, SERVER, 1',
      'cooking 2, KITCHEN, 0',
      'on_the_table 2, GUEST, 65',
      'check_dropped, GUEST, 0',
      'paid, GUEST, 0',
      'dirty, DOOR, 2',
      'open, DOOR, -',
    ]);
  });

  test('with a pass, food that is ready is the server’s move until it is run', () => {
    const house = new DoorHouse();
    house.config = { ...house.config, pass: 'expo' };
    house.book({});
    house.seat('r1', ['12']);
    house.put({ items: [{ id: 'soup', course: 1 }] });
    expect(line(house)).toBe('cooking 1, KITCHEN, 0');
    house.bump('soup');
    expect(line(house)).toBe('cooking 1, SERVER, 0');
  });

  test('goes back when something is fired after the check, or the check is reopened', () => {
    const house = new DoorHouse();
    house.book({});
    house.seat('r1', ['12']);
    house.put({ items: [{ id: 'soup', course: 1 }] });
    house.bump('soup');
    house.later(MINUTE);
    house.check('c1', 'printed');
    expect(view(house).stage).toBe('check_dropped');
    house.later(MINUTE);
    house.check('c1', 'reopened');
    expect(view(house).stage).toBe('on_the_table');
    house.later(MINUTE);
    house.check('c1', 'printed');
    house.later(MINUTE);
    house.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'cake', course: 2 },
      ],
      courses: [{ number: 2, said: 'fired' }],
    });
    expect(line(house)).toBe('cooking 2, KITCHEN, 0');
    const rest = house.check('c2', 'paid');
    expect([rest, view(house).stage]).toEqual(['applied', 'part_paid']);
  });

  test('carries AWAY, REFIRE, allergy, VIP and who comes next', () => {
    const house = new DoorHouse();
    house.book({ vip: true, allergies: [{ allergen: 'egg' }] });
    house.book({ id: 'next', tables: ['12'], at: house.now + 2 * HOUR });
    house.seat('r1', ['12']);
    house.put({ items: [{ id: 'soup', course: 1 }] });
    house.hear('?:egg');
    house.bump('soup');
    house.say({ type: 'table.hold', table: '12', reason: null, until: null }, expo);
    const refire = { type: 'item.refire', ticket: house.ticket().id, item: house.item('soup').id } as const;
    house.say({ ...refire, reason: 'cold' }, expo);
    expect(view(house)).toMatchObject({
      hasAllergy: true,
      isVip: true,
      awaySince: house.now,
      isRefiring: true,
      covers: 4,
      server: 'Mara',
      next: { externalId: 'next' },
    });
  });

  test('of tables that only the POS knows is read off its tickets, until they are said to be dirty', () => {
    const house = new DoorHouse();
    house.put({ table: 'T99', items: [{ id: 'soup', course: 1 }] });
    expect(floorView(house.state, house.config, house.now).map(({ table }) => table)).toEqual([
      ...['10', '11', '12', '13', '14', '15'],
      'T99',
    ]);
    expect(line(house, 'T99')).toBe('cooking 1, KITCHEN, 0');
    house.later(MINUTE);
    house.say({ type: 'table.mark', table: 'T99', state: 'dirty', reason: null, until: null }, pos);
    expect(line(house, 'T99')).toBe('dirty, DOOR, 0');
    mark(house, 'blocked');
    expect(line(house)).toBe('blocked, DOOR, 0');
  });
});

describe('the book', () => {
  test('is worked down from the door: here, late, due in 30 minutes, later; the waitlist apart', () => {
    const house = new DoorHouse();
    house.book({ id: 'later', at: EVENING + 2 * HOUR });
    house.book({ id: 'soon', at: EVENING + 45 * MINUTE });
    house.book({ id: 'late', at: EVENING });
    house.book({ id: 'gone', state: 'cancelled' });
    house.book({ id: 'sits', at: EVENING });
    house.book({ id: 'waits', state: 'waiting' });
    house.book({ id: 'second', at: EVENING });
    house.book({ id: 'first', at: EVENING });
    house.arrive('first');
    house.seat('sits', ['12']);
    house.later(16 * MINUTE).tick();
    house.arrive('second');
    const list = doorList(house.state, house.now);
    const ids = Object.entries(list).map(([group, parties]) => [
      group,
      parties.map(({ externalId }: { externalId: string }) => externalId),
    ]);
    expect(Object.fromEntries(ids)).toEqual({
      atTheDoor: ['first', 'second'],
      late: ['late'],
      soon: ['soon'],
      later: ['later'],
      waitlist: ['waits'],
      seated: ['sits'],
      over: ['gone'],
    });
  });

  test('[S7] covers by the quarter of an hour: who sat down, who is expected, and the limit of the shift', () => {
    const house = new DoorHouse();
    house.book({ id: 'a', covers: 2, at: EVENING });
    house.book({ id: 'b', covers: 3, at: EVENING + 20 * MINUTE });
    house.book({ id: 'c', covers: 5, at: EVENING + 20 * MINUTE, state: 'cancelled' });
    house.book({ id: 'late', covers: 4, at: EVENING - HOUR });
    house.seat('a', ['12']);
    const pace = coverPace(house.state, house.config, house.now, { before: 1, after: 1 });
    expect(pace).toEqual([
      { at: EVENING - 15 * MINUTE, seated: 0, expected: 0, limit: 12 },
      { at: EVENING, seated: 2, expected: 4, limit: 12 },
      { at: EVENING + 15 * MINUTE, seated: 0, expected: 3, limit: 12 },
    ]);
    const noon = coverPace(house.state, house.config, EVENING - 7 * HOUR, { before: 0, after: 0 });
    expect(noon).toMatchObject([{ limit: null }]);
  });
});

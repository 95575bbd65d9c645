import { describe, expect, test } from 'vitest';
import { MINUTE_MS, type NightPlan, type Step } from '../../../shared/demo/night/plan.ts';
import { PosDay } from '../../../shared/demo/pos/PosDay.ts';
import type { FeedMessage } from '../../../shared/protocol/outside/feedMessage.ts';

const FRIDAY = Date.parse('2026-05-15T17:00:00-04:00');
const soup = { id: 'a', menuItemId: 'soup', name: 'Soup of the day', quantity: 1, course: 1, seat: 1 };
const bass = { id: 'b', menuItemId: 'bass', name: 'Sea bass', quantity: 1, course: 2, seat: 1 };
const courses = [
  { number: 1, state: 'fired' },
  { number: 2, state: 'held' },
];
const ticket = {
  source: 'till',
  id: 'T',
  number: 'T',
  channel: 'dine_in',
  table: '3',
  items: [soup, bass],
  courses,
};
const open: Step = { when: { on: 'night' }, afterMs: 0, act: { do: 'open', ticket }, why: 'service' };
const fireMains: Step = {
  when: { on: 'course.run', ticket: 'T', course: 1 },
  afterMs: 5 * MINUTE_MS,
  act: { do: 'fire', ticket: 'T', course: 2, by: 'message' },
  why: 'service',
};
const leave: Step = { when: { on: 'out' }, afterMs: MINUTE_MS, act: { do: 'leave' }, why: 'service' };

function till(...steps: Step[]) {
  const party = { id: 'p-1', covers: 1, table: '3', steps, has: [] };
  const plan: NightPlan = { seed: 1, covers: 1, source: 'till', parties: [party], bookings: [] };
  const day = new PosDay(plan, FRIDAY);
  let seq = 0;
  return {
    day,
    /** Acts at this minute of the night; every message is taken. */
    act: (minute: number) => {
      const { send } = day.act(FRIDAY + minute * MINUTE_MS);
      for (const message of send) {
        seq += 1;
        day.answered(message, { ok: true, result: 'applied', id: 'T', seq });
      }
      return send;
    },
    hears: (minute: number, type: string, rest: object) => {
      seq += 1;
      const at = FRIDAY + minute * MINUTE_MS;
      const message: FeedMessage = { epoch: '1-a', seq, id: `1-${seq}`, at: '', type, ...rest };
      day.heard(message, at);
    },
  };
}

const ofT = { ticket: { source: 'till', id: 'T' } };
const names = (argument: Readonly<Record<string, unknown>>) =>
  Array.isArray(argument.items) ? argument.items.map(({ name }) => name) : [];

describe('the till', () => {
  test('puts the ticket, fires the mains some minutes after the starters have gone out, and leaves when all is out', () => {
    const { day, act, hears } = till(open, fireMains, leave);
    expect(act(0).map(({ event }) => event)).toEqual(['ticket.put']);
    expect(act(10)).toEqual([]);
    hears(11, 'course.run', { ...ofT, course: 1 });
    expect(act(15)).toEqual([]);
    expect(act(16)).toMatchObject([{ event: 'course.fire', argument: { id: 'T', course: 2 } }]);
    hears(30, 'course.run', { ...ofT, course: 2 });
    act(30);
    expect(day.isOver()).toBe(false);
    act(31);
    expect(day.isOver()).toBe(true);
  });

  test('says that a table is dirty when its guests have gone, and laid again once, before anybody else sits there', () => {
    const lay: Step = { when: { on: 'out' }, afterMs: 5 * MINUTE_MS, act: { do: 'lay' }, why: 'service' };
    const { act, hears } = till(open, leave, lay);
    act(0);
    for (const course of [1, 2]) hears(10, 'course.run', { ...ofT, course });
    act(10);
    const state = (word: string, key: string) => ({
      event: 'table.state',
      argument: { source: 'till', table: '3', state: word, key },
    });
    expect(act(11)).toMatchObject([state('dirty', 'left-p-1')]);
    expect(act(15)).toMatchObject([state('clean', 'laid-p-1')]);
    expect(act(30)).toEqual([]);
  });

  test('waits for food that was refired before it lets the guests go', () => {
    const { day, act, hears } = till(open, leave);
    act(0);
    hears(10, 'course.run', { ...ofT, course: 1 });
    hears(20, 'course.run', { ...ofT, course: 2 });
    hears(21, 'item.refired', { ...ofT, item: { id: 'b' } });
    act(22);
    act(60);
    expect(day.isOver()).toBe(false);
    hears(61, 'course.run', { ...ofT, course: 2 });
    act(61);
    act(62);
    expect(day.isOver()).toBe(true);
  });

  test('a course that had gone out before new food of it was put does not count for that', () => {
    const fries = { id: 'c', menuItemId: 'fries', name: 'Fries', quantity: 1, course: 2 };
    const add: Step = {
      when: { on: 'opened' },
      afterMs: 9 * MINUTE_MS,
      act: { do: 'put', ticket: 'T', patch: { add: [fries] } },
      why: 'add_on',
    };
    const { day, act, hears } = till(open, add, leave);
    act(0);
    hears(8, 'course.run', { ...ofT, course: 1 });
    hears(8, 'course.run', { ...ofT, course: 2 });
    act(9);
    act(30);
    expect(day.isOver()).toBe(false);
    hears(31, 'course.run', { ...ofT, course: 2 });
    act(31);
    act(32);
    expect(day.isOver()).toBe(true);
  });

  test('sells something else once the feed says a dish is off, and takes off what was counted down to nothing', () => {
    const { act, hears } = till({ ...open, afterMs: 5 * MINUTE_MS }, leave);
    hears(1, 'menu_item.86', { item: { id: 'bass' }, by: 'count' });
    expect(act(1)).toMatchObject([
      { event: 'availability.put', argument: { items: [{ id: 'bass', available: false }] } },
    ]);
    const [put] = act(5);
    expect(names(put?.argument ?? {})).toEqual(['Soup of the day', 'Grilled salmon']);
  });

  test('says of a second edit in one breath first what is newer, then what is late', () => {
    const edit: Step = {
      when: { on: 'opened' },
      afterMs: MINUTE_MS,
      act: {
        do: 'put',
        ticket: 'T',
        patch: { change: [{ id: 'b', notes: 'no salt' }] },
        overtakenBy: { change: [{ id: 'b', notes: 'really no salt' }] },
      },
      why: 'out_of_order',
    };
    const { act } = till(open, edit, leave);
    act(0);
    expect(act(1).map(({ argument, quirk }) => [argument.revision, quirk === 'late'])).toEqual([
      [3, false],
      [2, true],
    ]);
  });

  test('gives up what never comes, and says so', () => {
    const never: Step = { ...fireMains, when: { on: 'ticket.ready', ticket: 'T' } };
    const { day, act, hears } = till(open, never, leave);
    act(0);
    hears(10, 'course.run', { ...ofT, course: 1 });
    hears(10, 'course.run', { ...ofT, course: 2 });
    for (const minute of [11, 52, 53, 54]) act(minute);
    expect(day.isOver()).toBe(true);
    expect(day.skipped).toEqual([never]);
  });
});

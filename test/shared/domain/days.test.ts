import { describe, expect, test } from 'vitest';
import { emptyState, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { nextRollAfter, serviceDayOf } from '../../../shared/lib/serviceDay.ts';
import { EVENING, grill, HOUR, House, MINUTE } from '../../support/house.ts';

function text(state: House['state']): string {
  return canonicalJson(stateToDocument(state));
}

describe('days', () => {
  test('[D1] the day rolls at its hour: what ended goes, what is open is left from yesterday, then goes', () => {
    const house = new House();
    house.put({ id: 'done', items: [{ id: 'soup', course: 1 }] });
    house.bump('soup', grill, { ticket: 'done' });
    house.put({ id: 'open', items: [{ id: 'ribeye', course: 1 }] });
    house.now = Date.UTC(2026, 10, 22, 3, 59);
    house.tick();
    expect(house.state.day).toBe('2026-11-21');
    house.later(MINUTE).tick();
    expect(house.state.day).toBe('2026-11-22');
    expect([...house.state.tickets.values()].map((one) => [one.externalId, one.isLeftFromYesterday])).toEqual(
      [['open', true]],
    );
    house.later(24 * HOUR).tick();
    expect(house.state.tickets.size).toBe(0);
  });

  test('[D2] replay from the first event and from the opening equals the live state byte for byte', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1, quantity: 3 },
        { id: 'ribeye', course: 2 },
      ],
      allergies: [{ allergen: 'egg' }],
    });
    house.hear('?:egg');
    house.bump('soup', grill, { quantity: 2 });
    house.now = Date.UTC(2026, 10, 22, 4, 1);
    house.tick();
    house.put({ id: 'T2', openedAt: house.now, items: [{ id: 'eggs', course: 1 }] });
    expect(text(house.replayed())).toBe(text(house.state));
    const opening = house.log.findLastIndex((event) => event.type === 'day.opened');
    expect(text(reduceAll(emptyState, house.log.slice(opening)))).toBe(text(house.state));
  });

  test('[D3] an order promised for later stays on the board', () => {
    const house = new House();
    const promisedAt = EVENING + 20 * HOUR;
    house.put({ channel: 'takeout', table: null, promisedAt, items: [{ id: 'cake' }] });
    house.now = Date.UTC(2026, 10, 22, 4, 1);
    house.tick();
    expect(house.ticket().isLeftFromYesterday).toBe(false);
  });

  test("a service day ends at the venue's hour, through a change of clocks", () => {
    const madrid = (at: string) => serviceDayOf(Date.parse(at), 'Europe/Madrid', 4);
    expect(madrid('2026-11-21T02:59:00Z')).toBe('2026-11-20');
    expect(madrid('2026-11-21T03:00:00Z')).toBe('2026-11-21');
    const beforeClocks = Date.parse('2026-10-24T20:00:00Z');
    expect(new Date(nextRollAfter(beforeClocks, 'Europe/Madrid', 4)).toISOString()).toBe(
      '2026-10-25T03:00:00.000Z',
    );
  });
});

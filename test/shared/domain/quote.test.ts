import { describe, expect, test } from 'vitest';
import { quoteFor } from '../../../shared/domain/selectors/quote.ts';
import { turnsTonight } from '../../../shared/domain/selectors/turns.ts';
import type { PartyId } from '../../../shared/lib/ids.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';

const FOURS = ['12', '13', '14', '15'] as const;

const quote = (house: DoorHouse, covers: number, id: PartyId | null = null) =>
  quoteFor(house.state, house.config, house.now, { covers, durationMinutes: null, id });

/** A walk-in that sits down at once. */
function sit(house: DoorHouse, table: string, covers: number, durationMinutes: number | null = null): string {
  const id = `at ${table} since ${house.now}`;
  house.book({ id, covers, at: house.now, durationMinutes });
  house.say({ ...seating(house, id, table) }, host);
  return id;
}

const seating = (house: DoorHouse, id: string, table: string) =>
  ({
    type: 'party.seat',
    party: house.party(id).id,
    tables: [table],
    covers: null,
    server: null,
    seats: [],
    reason: 'a test',
    seen: house.seq,
  }) as const;

function wait(house: DoorHouse, covers: number, quotedMinutes: number | null): PartyId {
  house.say(
    {
      type: 'party.add',
      kind: 'waitlist',
      guest: { name: null, phone: null, email: null, kitchenNotes: null, guestNotes: null },
      allergies: [],
      covers,
      at: null,
      etaAt: null,
      durationMinutes: null,
      quotedMinutes,
      tables: [],
      locked: false,
      server: null,
      vip: false,
      occasion: null,
    },
    host,
  );
  return house.latest().id;
}

describe('how long parties sit', () => {
  test('[S60] is the house’s word until three of a size have left, then the median of them', () => {
    const house = new DoorHouse();
    const two = () => turnsTonight(house.state, house.config, house.now).two / MINUTE;
    for (const [at, minutes] of [40, 60, 50].entries()) {
      expect(two()).toBe(90);
      const id = sit(house, '10', 2);
      house.later(minutes * MINUTE);
      house.press('party.finish', id);
      expect(house.party(id).live.leftAt, `turn ${at}`).toBe(house.now);
    }
    expect(two()).toBe(50);
    // One who sits beyond the house's word counts as he sits: the quick ones are not all there is.
    sit(house, '11', 2);
    house.later(89 * MINUTE);
    expect(two()).toBe(50);
    house.later(31 * MINUTE);
    expect(two()).toBe(55);
  });
});

describe('a quote', () => {
  test('[S62] [S63] is 0 while a table is free for the whole turn, by the closest fit', () => {
    const house = new DoorHouse();
    expect(quote(house, 2)).toMatchObject({ minutes: 0, tables: ['10'], ahead: 0, told: null });
    expect(quote(house, 3)?.tables).toEqual(['12']);
    expect(quote(house, 7)?.tables).toEqual(['12', '13']);
    expect(quote(house, 9)).toBe(null);
  });

  test('[S61] comes of when each table of that size is expected to be free, cleaning and all', () => {
    const house = new DoorHouse();
    for (const [at, table] of FOURS.entries()) sit(house, table, 4, 60 + at * 10);
    house.later(21 * MINUTE);
    // 60 - 21 + 5 for cleaning is 44.
    expect(quote(house, 4)).toMatchObject({ minutes: 45, tables: ['12'] });
    house.later(60 * MINUTE);
    // 12 should have gone long ago: 10 min at least, and 5.
    expect(quote(house, 4)).toMatchObject({ minutes: 15, tables: ['12'] });
    house.put({ id: 'T1', table: '14', covers: 4, openedAt: house.now, items: [] });
    house.press('party.finish', house.party(`at 13 since ${EVENING}`).externalId);
    expect(quote(house, 4)).toMatchObject({ minutes: 5, tables: ['13'] });
    house.say({ type: 'table.mark', table: '13', state: 'blocked', reason: null, until: null }, host);
    expect(quote(house, 4)).toMatchObject({ minutes: 15, tables: ['12'] });
  });

  test('[S61] a table promised to a booking is not theirs when they would still sit there', () => {
    const house = new DoorHouse();
    for (const table of ['13', '14', '15']) sit(house, table, 4, 120);
    house.book({ id: 'r1', tables: ['12'], covers: 4, at: EVENING + HOUR, durationMinutes: 60 });
    // Free now, but not for 105 min: before the booking there are only 60.
    expect(quote(house, 4)).toMatchObject({ minutes: 125, tables: ['12'] });
    house.press('party.cancel');
    expect(quote(house, 4)).toMatchObject({ minutes: 0, tables: ['12'] });
  });

  test('[S62] those ahead and bookings without a table are served first', () => {
    const house = new DoorHouse();
    for (const [at, table] of FOURS.entries()) sit(house, table, 4, 60 + at * 10);
    expect(quote(house, 4)?.minutes).toBe(65);
    const first = wait(house, 4, 65);
    house.book({ id: 'r1', covers: 3, at: EVENING + 70 * MINUTE });
    expect(quote(house, 4)).toMatchObject({ minutes: 85, tables: ['14'], ahead: 1 });
    // Who waits already keeps his own place.
    expect(quote(house, 4, first)).toMatchObject({ minutes: 75, tables: ['13'], ahead: 0 });
  });

  test('[S64] below what somebody ahead was told it says so, where that table would hold them', () => {
    const house = new DoorHouse();
    for (const table of FOURS) sit(house, table, 4, 30);
    const ahead = wait(house, 4, 90);
    house.later(10 * MINUTE);
    expect(quote(house, 4)).toMatchObject({ minutes: 25, told: { party: ahead, minutes: 80 } });
    expect(quote(house, 2)).toMatchObject({ minutes: 0, told: null });
    house.later(75 * MINUTE);
    expect(quote(house, 4)?.told).toBe(null);
  });

  test('[S63] nothing within four hours is no quote', () => {
    const house = new DoorHouse();
    for (const table of ['10', '11', ...FOURS]) sit(house, table, 2, 300);
    expect(quote(house, 4)).toBe(null);
  });
});

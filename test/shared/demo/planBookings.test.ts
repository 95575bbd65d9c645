import { describe, expect, test } from 'vitest';
import { BookingsDay } from '../../../shared/demo/bookings/BookingsDay.ts';
import {
  BOOKINGS_SOURCE,
  type BookingKind,
  type BookingPlan,
} from '../../../shared/demo/bookings/bookingPlan.ts';
import type { PartyPlan } from '../../../shared/demo/night/plan.ts';
import { planNight } from '../../../shared/demo/night/planNight.ts';
import { OutsideParty } from '../../../shared/protocol/outside/party.ts';

const SEEDS = Array.from({ length: 30 }, (_, index) => index * 7919);
const full = (seed: number, covers = 120) => planNight({ seed, covers, length: 'full' });
const BEGINS_AT = Date.UTC(2026, 4, 15, 21);
const MINUTE_MS = 60_000;
const KINDS: readonly BookingKind[] = [
  ...(['usual', 'no_show', 'cancelled', 'late', 'modified', 'partly_arrived'] as const),
  ...(['miscounted', 'vip', 'allergy', 'waitlist'] as const),
];

function opened({ steps }: PartyPlan) {
  const act = steps[0]?.act;
  if (act?.do !== 'open') throw new Error('the first step opens the ticket');
  return { ticket: act.ticket, atMs: steps[0]?.afterMs ?? 0 };
}
const last = ({ puts }: BookingPlan) => puts[puts.length - 1]?.booking;

describe('the book of a night', () => {
  test('is the same book again, of three tables in five, and has every kind', () => {
    expect(full(42).bookings).toEqual(full(42).bookings);
    for (const seed of SEEDS) {
      const { bookings, parties } = full(seed);
      const tables = parties.filter(({ table }) => table !== null).length;
      const booked = bookings.filter(({ id }) => id.startsWith('b-')).length;
      expect(booked / tables).toBeGreaterThan(0.45);
      expect(booked / tables).toBeLessThan(0.65);
      const has = new Set(bookings.flatMap((booking) => booking.has));
      expect({ seed, missing: KINDS.filter((kind) => !has.has(kind)) }).toEqual({ seed, missing: [] });
    }
    expect(SEEDS.some((seed) => full(seed).bookings.some(({ has }) => has.includes('combination')))).toBe(
      true,
    );
  });

  test('fits the till: the table, the hour and the guests, and some tills name the booking', () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const { bookings, parties } = full(seed);
      const byId = new Map(parties.map((party) => [party.id, party]));
      const named = new Set<boolean>();
      for (const booking of bookings) {
        const party = booking.party === null ? undefined : byId.get(booking.party);
        if (!party) {
          expect(['no_show', 'cancelled']).toContain(last(booking)?.state);
          continue;
        }
        const { ticket, atMs } = opened(party);
        expect(last(booking)?.tables?.[0]).toBe(ticket.table);
        const here = booking.puts[booking.puts.length - 1]?.atMs ?? 0;
        expect(atMs - here).toBeGreaterThanOrEqual(3 * MINUTE_MS - 1_000);
        expect(atMs - here).toBeLessThan(10 * MINUTE_MS);
        expect(ticket.party).toEqual(
          booking.isNamedByTill ? { source: BOOKINGS_SOURCE, id: booking.id } : undefined,
        );
        named.add(booking.isNamedByTill);
      }
      expect(named.size).toBe(2);
    }
  });
});

describe('the bookings system', () => {
  test('puts what the contract takes, each booking under rising revisions, in the order of the night', () => {
    const day = new BookingsDay(full(7).bookings, BEGINS_AT);
    const seen = new Map<string, number>();
    let sent = 0;
    for (let at = BEGINS_AT; !day.isOver(); at += MINUTE_MS) {
      for (const { event, argument, n } of day.act(at)) {
        sent += 1;
        expect([event, n]).toEqual(['party.put', sent]);
        const { id, revision = 0 } = OutsideParty.parse(argument);
        expect(revision).toBe((seen.get(id) ?? 0) + 1);
        seen.set(id, revision);
      }
    }
    expect(seen.size).toBe(full(7).bookings.length);
  });

  test('follows the house: who sits and who has gone is so in the book too, once', () => {
    const [booking] = full(7).bookings;
    if (!booking) throw new Error('no booking');
    const day = new BookingsDay([booking], BEGINS_AT);
    day.act(BEGINS_AT + 10 * 3_600_000);
    const hears = (fields: object) =>
      day.heard({
        epoch: '1-a',
        seq: 1,
        id: 'e',
        at: '',
        type: 'party.changed',
        party: { source: BOOKINGS_SOURCE, id: booking.id },
        ...fields,
      });
    hears({ change: 'seat', state: 'seated', tables: ['99'] });
    hears({ change: 'seat', state: 'seated' });
    hears({ change: 'covers', covers: 3 });
    hears({ change: 'finish', state: 'finished', party: { source: 'elsewhere', id: booking.id } });
    expect(day.act(BEGINS_AT).map(({ argument }) => [argument.state, argument.tables])).toEqual([
      ['seated', ['99']],
    ]);
    hears({ change: 'finish', state: 'finished' });
    expect(day.act(BEGINS_AT).map(({ argument }) => argument.state)).toEqual(['finished']);
  });
});

test('most guests were asked whether they may be remembered, and regulars have one telephone on every night', () => {
  const phones = new Map<string, Set<string>>();
  for (const seed of SEEDS) {
    const said = full(seed)
      .bookings.map(last)
      .filter((booking) => booking !== undefined);
    const yes = said.filter(({ consent }) => consent === true);
    expect(yes.length / said.length).toBeGreaterThan(0.2);
    expect(yes.length / said.length).toBeLessThan(0.8);
    expect(said.some(({ consent }) => consent === undefined)).toBe(true);
    for (const { name, phone = '' } of yes) phones.set(name, (phones.get(name) ?? new Set()).add(phone));
    const numbers = yes.map(({ phone }) => phone);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
  const nights = [...phones.values()];
  // Thirty nights of strangers would give everybody thirty numbers.
  const yesses = SEEDS.flatMap((seed) =>
    full(seed)
      .bookings.map(last)
      .filter((one) => one?.consent === true),
  );
  const numbers = nights.reduce((sum, set) => sum + set.size, 0);
  expect(numbers).toBeLessThan(yesses.length * 0.8);
});

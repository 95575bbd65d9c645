import { beforeAll, describe, expect, test } from 'vitest';
import { auditNight, type NightAudit } from '../../../shared/demo/audit/auditNight.ts';
import { BOOKINGS_SOURCE } from '../../../shared/demo/bookings/bookingPlan.ts';
import { planSaturday, SATURDAY } from '../../../shared/demo/night/planSaturday.ts';
import type { EventOf } from '../../../shared/domain/events/event.ts';
import type { Party, StepKind } from '../../../shared/domain/model/party.ts';
import { VirtualNight } from '../../support/virtualNight.ts';

/** Another Saturday by hand: HEARD_SATURDAY_SEED=N. */
const SEED = Number(process.env.HEARD_SATURDAY_SEED ?? 5);
/** Six seconds on an idle machine. */
const NIGHT_MS = 300_000;

/**
 * The Saturday of issue 7 on a bench: 60 bookings, 25 walk-ins, 12 no-shows, 8 late, 5 combinations, 6 moves after ordering. Book, till, cooks
 * and host play it against the real rules in virtual time.
 */
describe(`a Saturday (seed ${SEED})`, () => {
  let night: VirtualNight;
  let audit: NightAudit;
  let parties: Party[];

  beforeAll(() => {
    const hostWishes = { chance: 0.6, most: SATURDAY.moves };
    night = new VirtualNight(planSaturday(SEED), { hostWishes }).run();
    audit = auditNight(night.account, night.events(), '1-virtual', night.bookAccount);
    parties = [...night.house.state.parties.values()];
  }, NIGHT_MS);

  const booked = (prefix: string) =>
    parties.filter(({ source, externalId }) => source === BOOKINGS_SOURCE && externalId.startsWith(prefix));
  const steps = (kind: StepKind) =>
    night
      .events()
      .filter(
        (event): event is EventOf<'party.changed'> => event.type === 'party.changed' && event.kind === kind,
      );

  test('book, till and kitchen agree, to the last item and guest', () => {
    expect(audit.differences).toEqual([]);
  });

  test('has everybody: bookings that came, walk-ins, no-shows, late ones', () => {
    const came = booked('b-').filter(({ live }) => live.seatedAt !== null);
    expect(came).toHaveLength(SATURDAY.bookings);
    const walkIns = parties.filter(({ source, kind }) => source !== BOOKINGS_SOURCE || kind === 'waitlist');
    expect(walkIns.filter(({ live }) => live.seatedAt !== null)).toHaveLength(SATURDAY.walkIns);
    expect(booked('n-').map(({ live }) => live.state)).toEqual(Array(SATURDAY.noShows).fill('no_show'));
    const late = new Set(steps('late').flatMap(({ ref }) => (ref?.id.startsWith('b-') ? [ref.id] : [])));
    expect(late.size).toBeGreaterThanOrEqual(SATURDAY.late);
  });

  test('pushes tables together and moves guests who have ordered, and the till goes along', () => {
    const together = parties.filter(({ live }) => live.seatedAt !== null && live.tables.length > 1);
    expect(together).toHaveLength(SATURDAY.combinations);
    const moves = steps('move').filter(({ by }) => by === 'host');
    expect(moves).toHaveLength(SATURDAY.moves);
    for (const { ref, set } of moves) {
      const party = parties.find(({ externalId }) => externalId === ref?.id);
      expect(party?.live.tickets.length).toBeGreaterThan(0);
      expect(set.tables).toHaveLength(1);
    }
    expect(audit.counts['covers counted']).toBeGreaterThanOrEqual(SATURDAY.bookings);
  });

  test('ends with every table empty, every ticket ended and nobody asked about', () => {
    const sitting = parties.filter(({ live }) => live.state === 'seated');
    expect(sitting.map(({ externalId, live }) => [externalId, live.tables, live.tickets.length])).toEqual([]);
    const open = [...night.house.state.tickets.values()].filter(({ endedAt }) => endedAt === null);
    expect(open.map(({ externalId }) => externalId)).toEqual([]);
    expect(Object.values(night.house.state.door.questions)).toEqual([]);
  });

  test('[S20] every allergy of a booking stood on its tickets and was heard by the cooks', () => {
    const { counts } = audit;
    expect(counts['booked allergies']).toBeGreaterThanOrEqual(12);
    expect(counts['booked allergies on tickets']).toBeGreaterThanOrEqual(12);
    expect(counts['booked allergies heard']).toBeGreaterThan(5);
  });
});

import { BOOKINGS_SOURCE, type BookingPlan } from '../bookings/bookingPlan.ts';
import { planBookings } from '../bookings/planBookings.ts';
import { Random } from '../random.ts';
import { allergicTables, giveAllergies } from './allergies.ts';
import { arrivals, type NightLength, partySizes } from './arrivals.ts';
import { dineIn, finishTable } from './dineIn.ts';
import type { PartyDraft } from './draft.ts';
import { absencesOf, houseSteps } from './houseSteps.ts';
import { EDITS } from './mishaps/edits.ts';
import { HANDS } from './mishaps/hands.ts';
import type { Mishap } from './mishaps/mishap.ts';
import { SERVICE } from './mishaps/service.ts';
import type { Absence } from './order.ts';
import { DEMO_SOURCE, type NightPlan, type PartyPlan } from './plan.ts';
import { TableBook } from './tableBook.ts';
import { type ToGoKind, toGo } from './toGo.ts';

export interface NightWish {
  readonly seed: number;
  readonly covers: number;
  readonly length: NightLength;
}

/** One cover in ten is a bag at the door. */
const TO_GO_SHARE = 10;
const TO_GO_AT_LEAST = 4;
/** Each mishap happens once for this many covers, and at least once. */
const COVERS_PER_MISHAP = 60;
/** Of the tables that are here already; a small night has few tables for all that must happen to starters. */
const COVERS_PER_TABLE_AT_MAINS = 50;
const FIRST_NUMBER = 1001;

/** The whole night from its seed. What the POS makes of it depends on the kitchen; this does not. */
export function planNight({ seed, covers, length }: NightWish): NightPlan {
  const random = new Random(seed);
  const absences = absencesOf(length);
  const bags = Math.min(covers, Math.max(TO_GO_AT_LEAST, Math.round(covers / TO_GO_SHARE)));
  const tables = seatEverybody(covers - bags, length, absences, random);
  mishapsTo(tables, covers, random);
  for (const party of tables) finishTable(party, absences);
  const orders = ordersToGo(bags, length, absences, random);
  const parties = [houseSteps(length, covers), ...[...tables, ...orders].map((party) => party.finished())];
  const bookings = planBookings(parties, seed);
  return { seed, covers, source: DEMO_SOURCE, parties: namedParties(parties, bookings), bookings };
}

function seatEverybody(
  covers: number,
  length: NightLength,
  absences: readonly Absence[],
  random: Random,
): PartyDraft[] {
  const sizes = partySizes(covers, random);
  const book = new TableBook();
  return arrivals(sizes.length, length, random).map((at, index) => {
    const size = sizes[index] ?? 2;
    const { table, atMs } = book.take(size, at);
    const isHereBefore = atMs < 60;
    const isAtMains = isHereBefore && index < Math.floor(covers / COVERS_PER_TABLE_AT_MAINS);
    const number = FIRST_NUMBER + index;
    return dineIn({ number, covers: size, table, atMs, isHereBefore, isAtMains }, absences, random);
  });
}

function mishapsTo(tables: readonly PartyDraft[], covers: number, random: Random): void {
  const suited = random.shuffled(
    tables.filter(
      (party) => party.covers >= 2 && party.inCourse(1).length > 0 && party.inCourse(2).length > 1,
    ),
  );
  const allergic = suited.slice(0, allergicTables(tables.length));
  giveAllergies(allergic);
  const others = random.shuffled(tables.filter((party) => !allergic.includes(party)));
  const times = Math.max(1, Math.round(covers / COVERS_PER_MISHAP));
  for (const mishap of [...HANDS, ...SERVICE, ...EDITS]) {
    for (let time = 0; time < times; time += 1) happenSomewhere(mishap, others);
  }
}

/** To the table that has had the least of it so far. */
function happenSomewhere(mishap: Mishap, tables: readonly PartyDraft[]): void {
  const spared = tables
    .filter((party) => !party.isMarked(mishap.why, 'split', 'merge'))
    .sort((a, b) => a.mishaps - b.mishaps);
  for (const party of spared) if (mishap.happen(party)) return;
}

function ordersToGo(
  count: number,
  length: NightLength,
  absences: readonly Absence[],
  random: Random,
): PartyDraft[] {
  const kinds: ToGoKind[] = ['takeout', 'courier', 'cancelled'];
  return arrivals(count, length, random).map((atMs, index) => {
    const kind = kinds[index] ?? random.pick(['takeout', 'takeout', 'courier'] as const);
    return toGo(5001 + index, kind, atMs, absences, random);
  });
}

/** Tickets of a booking that its till knows name it. */
export function namedParties(parties: readonly PartyPlan[], bookings: readonly BookingPlan[]): PartyPlan[] {
  const said = new Map(bookings.map((booking) => [booking.party, booking]));
  return parties.map((party) => named(party, said.get(party.id)));
}

/** The tickets say whose they are and, where the till knows it, of which booking; and a party what its food says of it. */
function named(party: PartyPlan, booking: BookingPlan | undefined): PartyPlan {
  const ref = booking?.isNamedByTill ? { party: { source: BOOKINGS_SOURCE, id: booking.id } } : {};
  const steps = party.steps.map((step) => {
    if (step.act.do !== 'open') return step;
    const { ticket } = step.act;
    // A tab at the bar is nobody's table.
    const own = { source: DEMO_SOURCE, ...(ticket.table === party.table ? ref : {}) };
    return { ...step, act: { ...step.act, ticket: { ...ticket, ...own } } };
  });
  const isShared = steps.some(
    ({ act }) =>
      act.do === 'open' && act.ticket.items.some(({ seat, seats }) => seat === 0 || (seats?.length ?? 0) > 1),
  );
  return { ...party, steps, has: isShared ? [...party.has, 'shared'] : party.has };
}

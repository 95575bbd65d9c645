import { MINUTE_MS, type PartyPlan } from '../night/plan.ts';
import { stayMinutes } from '../night/tableBook.ts';
import { Random } from '../random.ts';
import { TABLES } from '../restaurant/tables.ts';
import { withConsent } from './askConsent.ts';
import type { BookingKind, BookingPlan, BookingPut, PlannedBooking } from './bookingPlan.ts';
import { bookedAllergy, contactsOf, guestName } from './guests.ts';

/** Of those booked: tills that name the booking on the ticket. */
const NAMED_BY_TILL = 0.5;
const QUARTER_MS = 15 * MINUTE_MS;
/** A table that begins so soon cannot have been waited for. */
const FIRST_BOOKED_MS = 3 * MINUTE_MS;
/** Two tables pushed together are kept for so long before and after. */
const BETWEEN_MS = 20 * MINUTE_MS;

/** How many of the bookings that come are of each kind. */
type Happening = Exclude<BookingKind, 'usual' | 'no_show' | 'cancelled' | 'waitlist'>;

/** What the book is to hold. Fewer combinations where no two tables side by side are free for one. */
export type BookWish = Readonly<Record<Happening, number>> & {
  readonly booked: number;
  readonly noShows: number;
  readonly cancelled: number;
  readonly waiting: number;
};

/** Of a Friday with so many tables: three in five are booked, and whatever the size of the house, some of everything happens. */
export function usualBook(tables: number): BookWish {
  const booked = Math.round(tables * 0.6);
  const share = (of: number) => Math.max(1, Math.round(booked * of));
  return {
    booked,
    noShows: Math.max(2, share(0.12)),
    cancelled: Math.max(2, share(0.08)),
    waiting: Math.max(2, share(0.2)),
    late: share(0.14),
    modified: share(0.16),
    partly_arrived: share(0.11),
    miscounted: share(0.09),
    combination: share(0.1),
    vip: share(0.12),
    allergy: share(0.2),
  };
}

interface Coming {
  readonly party: PartyPlan;
  readonly table: string;
  /** When the till opens their ticket. */
  readonly opensMs: number;
  /** On its table already when the night begins. */
  readonly isHere: boolean;
}

/**
 * The book that fits a till's night: of the tables some are booked, some walk in and wait, and some bookings come to nothing. Drawn from a
 * chance of its own, so that the till's night is the same with and without.
 */
export function planBookings(parties: readonly PartyPlan[], seed: number, wish?: BookWish): BookingPlan[] {
  const random = new Random(seed ^ 0x2545f491);
  const sitting = parties.flatMap(comingOf);
  const coming = sitting.filter(({ isHere }) => !isHere);
  const book = wish ?? usualBook(coming.length);
  const later = random.shuffled(coming.filter(({ opensMs }) => opensMs >= FIRST_BOOKED_MS));
  const booking = later.slice(0, book.booked);
  const beside = pushedTogether(booking, sitting, book.combination);
  const chosen = new Map(HAPPENINGS.map((kind, at) => [kind, someOf(booking, kind, book[kind], at)]));
  const booked = booking.map((one) => {
    const kinds = HAPPENINGS.filter((kind) => chosen.get(kind)?.has(one));
    return comes(one, kinds, beside.get(one) ?? null, random);
  });
  const waiting = later
    .slice(book.booked)
    .filter(({ opensMs }) => opensMs > QUARTER_MS)
    .slice(0, book.waiting)
    .map((one) => waits(one, random));
  const among = () => random.pick(sitting).opensMs + random.between(-10, 10) * MINUTE_MS;
  const missing = Array.from({ length: book.noShows }, (_, index) => missed(index, among(), random));
  const off = Array.from({ length: book.cancelled }, (_, index) => calledOff(index, among(), random));
  return withConsent([...booked, ...waiting, ...missing, ...off], seed);
}

const HAPPENINGS = ['late', 'modified', 'partly_arrived', 'miscounted', 'vip', 'allergy'] as const;

/** Nobody is late before the doors open. */
const LATE_FROM_MS = 45 * MINUTE_MS;

/** So many of those it can happen to, spread over them, each kind beginning elsewhere. */
function someOf(
  booking: readonly Coming[],
  kind: (typeof HAPPENINGS)[number],
  count: number,
  offset: number,
): ReadonlySet<Coming> {
  const able = booking.filter(
    ({ opensMs, party }) =>
      (kind !== 'late' || opensMs > LATE_FROM_MS) && (kind !== 'partly_arrived' || party.covers > 2),
  );
  const stride = Math.max(1, Math.floor(able.length / Math.max(1, count)));
  return new Set(able.filter((_, index) => index % stride === offset % stride).slice(0, count));
}

function comingOf(party: PartyPlan): Coming[] {
  const [first] = party.steps;
  const isHere = first?.act.do === 'open' && first.act.ticket.openedMsAgo !== undefined;
  if (party.table === null || first === undefined) return [];
  return [{ party, table: party.table, opensMs: first.afterMs, isHere }];
}

const toQuarter = (ms: number) => Math.round(ms / QUARTER_MS) * QUARTER_MS;

function comes(
  { party, table, opensMs }: Coming,
  kinds: readonly BookingKind[],
  beside: string | null,
  random: Random,
): BookingPlan {
  const name = guestName(random);
  const arriveMs = Math.max(1_000, opensMs - random.between(4, 9) * MINUTE_MS);
  const is = (kind: BookingKind) => kinds.includes(kind);
  const has = beside === null ? kinds : [...kinds, 'combination' as const];
  const isSeatKnown = random.chance(0.5);
  const allergy = bookedAllergy(random);
  const forMs = is('late') ? arriveMs - random.between(18, 26) * MINUTE_MS : toQuarter(arriveMs);
  const booking: PlannedBooking = {
    state: random.chance(0.6) ? 'confirmed' : 'booked',
    name,
    ...contactsOf(name, random),
    covers: is('miscounted') ? party.covers + 1 : party.covers,
    forMs,
    tables: beside === null ? [table] : [table, beside],
    durationMinutes: stayMinutes(party.covers),
    ...(is('vip') ? { vip: true, guestNotes: 'Knows the owner' } : {}),
    ...(party.has.includes('birthday') ? { occasion: 'birthday', notes: 'Candle with the dessert' } : {}),
    ...(is('allergy') && isSeatKnown
      ? { guests: [{ seat: Math.min(2, party.covers), allergies: [allergy] }] }
      : {}),
    ...(is('allergy') && !isSeatKnown ? { allergies: [allergy] } : {}),
  };
  const puts: BookingPut[] = [{ atMs: 0, booking }];
  if (is('modified')) {
    puts[0] = { atMs: 0, booking: { ...booking, covers: party.covers + 2, forMs: forMs - QUARTER_MS } };
    puts.push({ atMs: Math.max(500, arriveMs - 25 * MINUTE_MS), booking });
  }
  if (is('partly_arrived'))
    puts.push({ atMs: arriveMs - 2 * MINUTE_MS, booking: { ...booking, state: 'partly_arrived' } });
  puts.push({ atMs: arriveMs, booking: { ...booking, state: 'arrived' } });
  return {
    id: `b-${party.id}`,
    party: party.id,
    isNamedByTill: random.chance(NAMED_BY_TILL),
    puts: puts.map(({ atMs, booking: said }) => ({ atMs: Math.max(0, Math.round(atMs)), booking: said })),
    has: has.length > 0 ? has : ['usual'],
  };
}

/** How far, by their numbers, a table may stand that is carried over. */
const NEAR = [1, -1, 2, -2];

/** The other table, by the booking that gets it: where nobody of the night sits while these do. */
function pushedTogether(
  booking: readonly Coming[],
  sitting: readonly Coming[],
  count: number,
): ReadonlyMap<Coming, string> {
  const found = new Map<Coming, string>();
  const taken: Coming[] = [...sitting];
  for (const one of booking) {
    if (found.size === count) break;
    const at = TABLES.findIndex(({ id }) => id === one.table);
    const other = NEAR.flatMap((by) => TABLES[at + by]?.id ?? []).find(
      (table) => !taken.some((sitter) => sitter.table === table && overlaps(one, sitter)),
    );
    if (other === undefined) continue;
    found.set(one, other);
    taken.push({ ...one, table: other });
  }
  return found;
}

function overlaps(one: Coming, other: Coming): boolean {
  const until = ({ party, opensMs }: Coming) => opensMs + stayMinutes(party.covers) * MINUTE_MS + BETWEEN_MS;
  return one.opensMs < until(other) && other.opensMs < until(one);
}

/** They walk in, wait for what they are told, and get the table the till knows them by. */
function waits({ party, table, opensMs }: Coming, random: Random): BookingPlan {
  const quoted = random.pick([10, 15, 20]);
  const name = guestName(random);
  const booking: PlannedBooking = {
    state: 'waiting',
    name,
    phone: contactsOf(name, random).phone,
    covers: party.covers,
    forMs: null,
    quotedMinutes: quoted,
  };
  const calledMs = Math.max(1_000, opensMs - 5 * MINUTE_MS);
  return {
    id: `w-${party.id}`,
    party: party.id,
    isNamedByTill: random.chance(NAMED_BY_TILL),
    puts: [
      { atMs: Math.max(0, Math.round(opensMs - quoted * MINUTE_MS)), booking },
      { atMs: Math.round(calledMs), booking: { ...booking, state: 'notified', tables: [table] } },
    ],
    has: ['waitlist'],
  };
}

/** Booked, confirmed, and nobody comes. No table is kept for them by name, so none stands empty for the till's guests. */
function missed(index: number, aroundMs: number, random: Random): BookingPlan {
  const booking = nobody(aroundMs, random);
  const saidMs = (booking.forMs ?? 0) + 31 * MINUTE_MS;
  return {
    id: `n-${index + 1}`,
    party: null,
    isNamedByTill: false,
    puts: [
      { atMs: 0, booking: { ...booking, state: 'confirmed' } },
      { atMs: saidMs, booking: { ...booking, state: 'no_show' } },
    ],
    has: ['no_show'],
  };
}

function calledOff(index: number, aroundMs: number, random: Random): BookingPlan {
  const booking = nobody(aroundMs, random);
  return {
    id: `c-${index + 1}`,
    party: null,
    isNamedByTill: false,
    puts: [
      { atMs: 0, booking },
      {
        atMs: Math.max(MINUTE_MS, (booking.forMs ?? 0) - 40 * MINUTE_MS),
        booking: { ...booking, state: 'cancelled' },
      },
    ],
    has: ['cancelled'],
  };
}

function nobody(aroundMs: number, random: Random): PlannedBooking {
  const name = guestName(random);
  const covers = random.pick([2, 2, 3, 4, 6]);
  const forMs = Math.max(0, toQuarter(aroundMs));
  return { state: 'booked', name, ...contactsOf(name, random), covers, forMs };
}

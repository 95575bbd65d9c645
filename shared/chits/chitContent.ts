import type { HouseConfig } from '../config/houseConfig.ts';
import type { Chit } from '../domain/model/chit.ts';
import type { State } from '../domain/model/state.ts';
import { type Ticket, titleOf } from '../domain/model/ticket.ts';
import { allergyBands } from '../domain/selectors/allergyBands.ts';
import { courseStrip } from '../domain/selectors/courseStrip.ts';
import { possibleOf } from '../domain/selectors/possibleAllergies.ts';
import type { PersonId, StationId } from '../lib/ids.ts';
import { shortName } from '../lib/shortName.ts';
import { alsoAtOf } from './alsoAt.ts';
import { chitDishes, stationName } from './chitDishes.ts';
import type { ChitAllergy, ChitContent, ChitCourse, ChitTicket, EarlierSlip, HeadWas } from './content.ts';

/** What of the state a chit tells. */
export type PaperState = Pick<State, 'tickets' | 'holds' | 'dishes' | 'chits'>;

export interface ChitContext {
  readonly config: HouseConfig;
  /** Of the printer: dishes and modifiers are said in it where the menu has them. */
  readonly language: string;
  /** Personal data is not in the state. Of the name, paper shows no more than a tile. */
  readonly nameOf: (person: PersonId) => string | null;
}

/** Everything this chit says, as the state is now. */
export function chitContent(state: PaperState, chit: Chit, context: ChitContext): ChitContent {
  const { kind, number, reason, queuedAt, station, parts } = chit;
  const tickets = parts.flatMap((part) => {
    const ticket = state.tickets.get(part.ticket);
    return ticket === undefined ? [] : [ticketOf(asBefore(ticket, chit, state.chits), state, chit, context)];
  });
  return {
    kind,
    number,
    reason,
    queuedAt,
    row: rowOf(state.chits, chit),
    reprint: chit.reprintOf === null ? null : { of: state.chits[chit.reprintOf]?.number ?? null },
    alsoAt: alsoAtOf(chit, state.chits, context.config),
    stationName: stationName(context.config, station),
    tickets: [...tickets].sort((a, b) => (a.firedAt ?? Infinity) - (b.firedAt ?? Infinity)),
    goneCount: parts.length - tickets.length,
  };
}

/** A chit that is out already, looked at again: against the slip that lay there before it, and not against itself. */
function asBefore(ticket: Ticket, chit: Chit, chits: PaperState['chits']): Ticket {
  const { station, state, sentAt } = chit;
  if (state !== 'printed' || sentAt === null) return ticket;
  const before = Object.values(chits)
    .filter((one) => one.station === station && one.state === 'printed' && (one.settledAt ?? sentAt) < sentAt)
    .sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0))
    .find(({ parts }) => parts.some((part) => part.ticket === ticket.id));
  const part = before?.parts.find((one) => one.ticket === ticket.id);
  const { [station]: _own, ...others } = ticket.paper;
  if (before === undefined || part === undefined) return { ...ticket, paper: others };
  const { number, settledAt, isByStation } = before;
  const slip = {
    version: part.version,
    number,
    at: settledAt ?? sentAt,
    isByStation,
    told: part.told ?? null,
  };
  return { ...ticket, paper: { ...others, [station]: slip } };
}

/** Queued no further apart than this, chits of one station have one cause. */
const ROW_MS = 1_000;

function rowOf(chits: PaperState['chits'], chit: Chit): ChitContent['row'] {
  const row = Object.values(chits)
    .filter(
      ({ id, station, kind, reason, queuedAt, reprintOf, isByStation }) =>
        id === chit.id ||
        (station === chit.station &&
          isByStation === chit.isByStation &&
          (kind === 'ticket' || kind === 'change') &&
          reason.kind === chit.reason.kind &&
          reprintOf === chit.reprintOf &&
          Math.abs(queuedAt - chit.queuedAt) <= ROW_MS),
    )
    .map(({ number }) => number)
    .sort((a, b) => a - b);
  return row.includes(chit.number) ? { n: row.indexOf(chit.number) + 1, m: row.length } : { n: 1, m: 1 };
}

/**
 * What the slip in the cook's hand told: all until its bytes went. What came between those and the printer's confirmation is on no paper.
 */
function earlierSlip(ticket: Ticket, station: StationId, chits: PaperState['chits']): EarlierSlip | null {
  const paper = ticket.paper[station];
  if (paper === undefined) return null;
  const slip = Object.values(chits).find((one) => one.number === paper.number && one.station === station);
  return { number: paper.number, at: Math.min(paper.at, slip?.sentAt ?? paper.at) };
}

/** It was sent and nobody has seen it come out, whatever was then said of it. What this chit repeats as a whole says so at its head. */
function perhapsOn(
  ticket: Ticket,
  { id, station, reprintOf }: Chit,
  chits: PaperState['chits'],
  since: EarlierSlip | null,
): number[] {
  return Object.values(chits)
    .filter(
      (one) =>
        one.station === station &&
        (one.state === 'unknown' || one.state === 'dropped') &&
        one.sentAt !== null &&
        one.sentAt > (since?.at ?? Number.NEGATIVE_INFINITY) &&
        one.id !== id &&
        one.id !== reprintOf &&
        one.parts.some((part) => part.ticket === ticket.id),
    )
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

function ticketOf(
  ticket: Ticket,
  state: PaperState,
  chit: Chit,
  { config, language, nameOf }: ChitContext,
): ChitTicket {
  const { head } = ticket;
  const { station } = chit;
  const since = earlierSlip(ticket, station, state.chits);
  const dishes = chitDishes({ state, ticket, station, since, config, language });
  const here = new Set(dishes.map(({ course }) => course));
  const courses = [...here].map((number): ChitCourse => {
    const course = ticket.courses.find((one) => one.number === number);
    return {
      number,
      name: course?.name ?? null,
      firedAt: course?.firedAt ?? null,
      dishes: dishes.filter((one) => one.course === number).map(({ dish }) => dish),
    };
  });
  return {
    title: titleOf(head),
    number: head.number,
    hasTable: head.table !== null,
    server: head.server,
    covers: head.covers,
    channel: head.channel,
    customer: customerOf(ticket, nameOf),
    promisedAt: head.promisedAt,
    pickup: head.pickup === null ? null : { kind: head.pickup.kind, code: head.pickup.code },
    cutlery: head.cutlery,
    isRush: ticket.rushAt !== null,
    isVip: head.vip,
    occasion: head.occasion,
    notes: head.notes,
    awaySince: head.table === null ? null : (state.holds[head.table]?.since ?? null),
    firedAt: earliestFire(ticket, station),
    since,
    perhapsOn: perhapsOn(ticket, chit, state.chits, since),
    headWas: headWas(ticket, since),
    allergies: allergiesOf(ticket, station, since),
    possible: possibleOf(ticket, null).map(({ words }) => words),
    strip: courseStrip(ticket, here, config).map(({ number, name, state, at, isHere }) => ({
      number,
      name,
      state,
      at,
      isHere,
    })),
    courses,
  };
}

function customerOf({ head }: Ticket, nameOf: ChitContext['nameOf']): string | null {
  const name = head.customer === null ? null : nameOf(head.customer.personId);
  return name === null ? null : shortName(name);
}

function earliestFire(ticket: Ticket, station: StationId): number | null {
  const times = ticket.items.flatMap(({ batches }) =>
    batches.flatMap(({ firedAt, parts, void: gone, run, quantity }) =>
      firedAt !== null && gone === null && run < quantity && parts.some((part) => part.station === station)
        ? [firedAt]
        : [],
    ),
  );
  return times.length === 0 ? null : Math.min(...times);
}

const HEAD_FIELDS = ['table', 'number', 'covers', 'server', 'promisedAt'] as const;

function headWas({ headChange }: Ticket, since: EarlierSlip | null): HeadWas[] {
  if (headChange === null || since === null || headChange.at <= since.at) return [];
  return HEAD_FIELDS.flatMap((field) => {
    const was = headChange.was[field];
    return was === undefined ? [] : [{ field, was }];
  });
}

function allergiesOf(ticket: Ticket, station: StationId, since: EarlierSlip | null): ChitAllergy[] {
  const added = new Map(ticket.allergies.map(({ key, addedAt }) => [key, addedAt]));
  return allergyBands(ticket, station).map(({ heard, isLate, ...band }) => ({
    key: band.key,
    allergen: band.allergen,
    severity: band.severity,
    crossContact: band.crossContact,
    words: band.words,
    seat: band.seat,
    weight: band.weight,
    isOwed: band.isOwed,
    isAdded: isLate || (since !== null && (added.get(band.key) ?? 0) > since.at),
    isSaidByPos: band.isSaidByPos,
    heardAt: heard.find((one) => one.station === station)?.at ?? null,
  }));
}

import { z } from 'zod';
import { type PartyId, ServiceDay, type TicketId } from '../../lib/ids.ts';
import { PersistentMap } from '../../lib/persistentMap.ts';
import { Chit } from './chit.ts';
import { DishStanding, SaidAvailability } from './dish.ts';
import { Door, emptyDoor } from './door.ts';
import { Instant } from './food.ts';
import { Party } from './party.ts';
import { partyPlacesOf } from './partyPlaces.ts';
import { placesOf } from './places.ts';
import { TableHold } from './tableHold.ts';
import { Ticket } from './ticket.ts';

/** The POS's bill: money only. It never ends, hides or bumps food. */
export const Check = z.object({
  source: z.string(),
  externalId: z.string(),
  day: ServiceDay,
  state: z.string(),
  tickets: z.array(z.string()),
  covers: z.number().nullable(),
  totalCents: z.number().nullable(),
  compsCents: z.number().nullable(),
  currency: z.string().nullable(),
  at: Instant,
});
export type Check = z.infer<typeof Check>;

/**
 * Something a person must know, raised once while its cause lasts. The word before the code's first colon is its kind, under which screens
 * have it in their language with `values`; `message` is for the feed, the log and kinds a screen does not know.
 */
export const Alert = z.object({
  code: z.string(),
  message: z.string(),
  at: Instant,
  values: z.record(z.string(), z.string()).optional(),
});
export type Alert = z.infer<typeof Alert>;

/** Kinds about one table, one party or one number: a person has seen it, and it is over. The others end with their cause. */
const SEEN_BY_A_PERSON: ReadonlySet<string> = new Set([
  'allergy_after_run',
  'fire_overdue',
  'eighty_six',
  'all_day_wrong',
  'standing_allergy',
  'guests_lost',
  'party_without_table',
  'party_seated_nowhere',
]);

export function alertKind(code: string): string {
  return code.split(':')[0] ?? code;
}

export function endsWhenSeen(code: string): boolean {
  return SEEN_BY_A_PERSON.has(alertKind(code));
}

/** The plain form: what a snapshot and a day opening hold. Tables are records here and persistent maps in memory. */
export const StateDocument = z.object({
  seq: z.number(),
  at: Instant,
  day: ServiceDay,
  configVersion: z.number(),
  tickets: z.record(z.string(), Ticket),
  checks: z.record(z.string(), Check),
  alerts: z.record(z.string(), Alert),
  dishes: z.record(z.string(), DishStanding).default({}),
  saidAvailability: z.record(z.string(), SaidAvailability).default({}),
  holds: z.record(z.string(), TableHold).default({}),
  chits: z.record(z.string(), Chit).default({}),
  parties: z.record(z.string(), Party).default({}),
  door: Door.prefault({}),
});
export type StateDocument = z.infer<typeof StateDocument>;

export interface State {
  /** Log number of the last event in it. */
  readonly seq: number;
  readonly at: number;
  readonly day: ServiceDay;
  readonly configVersion: number;
  readonly tickets: PersistentMap<TicketId, Ticket>;
  /** Derived: `source\0id` to its tickets, oldest service day first. */
  readonly ticketIndex: PersistentMap<string, readonly TicketId[]>;
  /** Derived: tables and parties (`placesOf`) to their tickets in order of coming, and outside tickets to those that claim food of them. */
  readonly places: PersistentMap<string, readonly TicketId[]>;
  readonly checks: PersistentMap<string, Check>;
  readonly alerts: Readonly<Record<string, Alert>>;
  /** Dishes that are off or counted, by `dishKey`; all others are on. */
  readonly dishes: Readonly<Record<string, DishStanding>>;
  /** What each source last said of availability, by source. */
  readonly saidAvailability: Readonly<Record<string, SaidAvailability>>;
  /** Tables whose guests are away, by table. */
  readonly holds: Readonly<Record<string, TableHold>>;
  /** Slips of this service day, by id. */
  readonly chits: Readonly<Record<string, Chit>>;
  /** Of today and later, and who still sits from yesterday. */
  readonly parties: PersistentMap<PartyId, Party>;
  /** Derived: names, tables and tickets (`partyPlacesOf`) to their parties, in order of coming. */
  readonly partyPlaces: PersistentMap<string, readonly PartyId[]>;
  readonly door: Door;
}

export const emptyState: State = {
  seq: 0,
  at: 0,
  day: '' as ServiceDay,
  configVersion: 0,
  tickets: PersistentMap.of<TicketId, Ticket>([]),
  ticketIndex: PersistentMap.of<string, readonly TicketId[]>([]),
  places: PersistentMap.of<string, readonly TicketId[]>([]),
  checks: PersistentMap.of<string, Check>([]),
  alerts: {},
  dishes: {},
  saidAvailability: {},
  holds: {},
  chits: {},
  parties: PersistentMap.of<PartyId, Party>([]),
  partyPlaces: PersistentMap.of<string, readonly PartyId[]>([]),
  door: emptyDoor,
};

/** One pair an outsider uses; NUL cannot stand in an id that came through the edge. */
export function outsideKey(source: string, id: string): string {
  return `${source}\0${id}`;
}

export function stateToDocument(state: State): StateDocument {
  return {
    seq: state.seq,
    at: state.at,
    day: state.day,
    configVersion: state.configVersion,
    tickets: Object.fromEntries(state.tickets.entries()),
    checks: Object.fromEntries(state.checks.entries()),
    alerts: { ...state.alerts },
    dishes: { ...state.dishes },
    saidAvailability: { ...state.saidAvailability },
    holds: { ...state.holds },
    chits: { ...state.chits },
    parties: Object.fromEntries(state.parties.entries()),
    door: state.door,
  };
}

export function stateFromDocument(document: StateDocument): State {
  const tickets = Object.values(document.tickets);
  return {
    seq: document.seq,
    at: document.at,
    day: document.day,
    configVersion: document.configVersion,
    tickets: PersistentMap.of(tickets.map((ticket) => [ticket.id, ticket] as const)),
    ticketIndex: PersistentMap.of(indexOf(tickets)),
    places: PersistentMap.of(placeIndexOf(tickets)),
    checks: PersistentMap.of(Object.entries(document.checks)),
    alerts: document.alerts,
    dishes: document.dishes ?? {},
    saidAvailability: document.saidAvailability ?? {},
    holds: document.holds ?? {},
    chits: document.chits ?? {},
    ...partiesFrom(Object.values(document.parties ?? {})),
    door: { ...emptyDoor, ...document.door },
  };
}

function partiesFrom(parties: readonly Party[]): Pick<State, 'parties' | 'partyPlaces'> {
  const index = new Map<string, PartyId[]>();
  for (const party of [...parties].sort((a, b) => a.receivedSeq - b.receivedSeq)) {
    for (const place of partyPlacesOf(party)) index.set(place, [...(index.get(place) ?? []), party.id]);
  }
  return {
    parties: PersistentMap.of(parties.map((party) => [party.id, party] as const)),
    partyPlaces: PersistentMap.of(index),
  };
}

function placeIndexOf(tickets: Ticket[]): Map<string, TicketId[]> {
  const index = new Map<string, TicketId[]>();
  for (const ticket of [...tickets].sort((a, b) => a.receivedSeq - b.receivedSeq)) {
    for (const place of placesOf(ticket)) index.set(place, [...(index.get(place) ?? []), ticket.id]);
  }
  return index;
}

function indexOf(tickets: Ticket[]): Map<string, TicketId[]> {
  const byDay = [...tickets].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.receivedSeq - b.receivedSeq,
  );
  const index = new Map<string, TicketId[]>();
  for (const ticket of byDay) {
    const key = outsideKey(ticket.source, ticket.externalId);
    index.set(key, [...(index.get(key) ?? []), ticket.id]);
  }
  return index;
}

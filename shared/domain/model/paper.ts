import type { StationId, TicketId } from '../../lib/ids.ts';
import type { Chit } from './chit.ts';
import { isFired, isLive, partAt } from './progress.ts';
import type { State } from './state.ts';
import type { Ticket } from './ticket.ts';
import { isUnderOldTitle, leftPaper } from './toldFood.ts';

/** More than this at once at one station are one slip: a cook reads a list, not a pile. */
export const MAX_SINGLE = 5;

/** Fired food that no screen of its station has shown yet. */
export interface Unseen {
  readonly ticket: Ticket;
  readonly station: StationId;
  readonly version: number;
  /** Since when a screen owes it a look. */
  readonly since: number;
}

const NONE: readonly Unseen[] = [];
const lists = new WeakMap<State['tickets'], ReadonlyMap<StationId, readonly Unseen[]>>();
const ofTickets = new WeakMap<Ticket, readonly Unseen[]>();

/**
 * Rule C1, without its time: what of a station is neither `listed` nor on paper, oldest first. It is asked four times a second: a ticket's
 * food is looked at once for each record of it.
 */
export function unseenAt(state: State, station: StationId): readonly Unseen[] {
  const known = lists.get(state.tickets) ?? unseenOf(state.tickets);
  lists.set(state.tickets, known);
  return known.get(station) ?? NONE;
}

function unseenOf(tickets: State['tickets']): ReadonlyMap<StationId, readonly Unseen[]> {
  const unseen = new Map<StationId, Unseen[]>();
  for (const ticket of tickets.values()) {
    for (const one of unseenOfTicket(ticket))
      unseen.set(one.station, [...(unseen.get(one.station) ?? []), one]);
  }
  for (const here of unseen.values()) here.sort((a, b) => a.since - b.since || a.version - b.version);
  return unseen;
}

function unseenOfTicket(ticket: Ticket): readonly Unseen[] {
  const known = ofTickets.get(ticket);
  if (known) return known;
  const unseen = Object.keys(ticket.versions).flatMap((id): Unseen[] => {
    const station = id as StationId;
    const version = unseenVersion(ticket, station);
    if (version === null) return [];
    return [{ ticket, station, version, since: ticket.versionAts[station] ?? ticket.receivedAt }];
  });
  const made = unseen.length > 0 ? unseen : NONE;
  ofTickets.set(ticket, made);
  return made;
}

/** By hub time; null: a screen has listed it, paper tells it, or there is nothing of it to tell. */
export function waitsSince(ticket: Ticket, station: StationId): number | null {
  if (unseenVersion(ticket, station) === null) return null;
  return ticket.versionAts[station] ?? ticket.receivedAt;
}

/** null: a screen has listed it, paper tells it, or there is nothing of it to tell. */
export function unseenVersion(ticket: Ticket, station: StationId): number | null {
  const version = ticket.versions[station];
  if (version === undefined || ticket.endedAt !== null || ticket.isLeftFromYesterday) return null;
  const receipt = ticket.receipts[station];
  if (receipt?.version === version && receipt.listedAt !== null) return null;
  if (ticket.paper[station]?.version === version) return null;
  return hasWorkToTell(ticket, station) || hasNewsOfPaper(ticket, station) ? version : null;
}

/** Fired food the station has not finished. Held courses and unreleased orders are nothing to a cook yet. */
function hasWorkToTell(ticket: Ticket, station: StationId): boolean {
  return ticket.items.some(({ batches }) =>
    batches.some((batch) => {
      const part = partAt(batch, station);
      return part !== undefined && isLive(batch) && isFired(batch) && part.ready < batch.quantity;
    }),
  );
}

/**
 * C8, C13, C14: what is on paper is not so any more. Of a void: since that version, because one may come while its slip is printing.
 */
export function hasNewsOfPaper(ticket: Ticket, station: StationId): boolean {
  const paper = ticket.paper[station];
  if (paper === undefined) return false;
  if (leftPaper(ticket, station).length > 0 || isUnderOldTitle(ticket, station)) return true;
  return ticket.items.some(({ batches }) =>
    batches.some(
      (batch) =>
        batch.void !== null && batch.turnedSeq > paper.version && partAt(batch, station) !== undefined,
    ),
  );
}

/** A chit of the station already has it in hand, waits for a person to say what becomes of it, or was not wanted. */
export function isOnItsWay(chits: State['chits'], { ticket, station, version }: Unseen): boolean {
  const here = bookOf(chits).underWay.get(placeOf(station, ticket.id)) ?? [];
  return here.some(
    // What waits is printed as it then stands, and what comes while it is printed is told once that is out.
    (chit) =>
      chit.state === 'queued' ||
      chit.state === 'sending' ||
      chit.parts.some((part) => part.ticket === ticket.id && part.version === version),
  );
}

/** Chits that wait for their printer. */
export function queuedChits(chits: State['chits']): readonly Chit[] {
  return bookOf(chits).queued;
}

interface Book {
  /** Not printed, by station and ticket. */
  readonly underWay: ReadonlyMap<string, readonly Chit[]>;
  readonly queued: readonly Chit[];
}

const books = new WeakMap<State['chits'], Book>();

/** Made once for a state of all chits. */
function bookOf(chits: State['chits']): Book {
  const known = books.get(chits);
  if (known) return known;
  const underWay = new Map<string, Chit[]>();
  const all = Object.values(chits).filter(({ state }) => state !== 'printed');
  for (const chit of all)
    for (const { ticket } of chit.parts) {
      const place = placeOf(chit.station, ticket);
      underWay.set(place, [...(underWay.get(place) ?? []), chit]);
    }
  const book = { underWay, queued: all.filter(({ state }) => state === 'queued') };
  books.set(chits, book);
  return book;
}

const placeOf = (station: StationId, ticket: TicketId) => `${station} ${ticket}`;

/** Stations count their own chits by themselves. */
export function nextNumber(chits: State['chits']): number {
  return Object.values(chits).reduce(
    (next, { number, isByStation }) => (isByStation ? next : Math.max(next, number + 1)),
    1,
  );
}

import type { PartyId, TicketId } from '../../../lib/ids.ts';
import type { Party } from '../../model/party.ts';
import { tablePlace } from '../../model/places.ts';
import type { Ticket } from '../../model/ticket.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import { conflictsOf } from '../allergy.ts';
import type { Draft } from '../draft.ts';
import { settle } from '../settle.ts';
import { partyOfTicket, ticketsOf } from './findParty.ts';
import { giveAllergies, standing } from './partyAllergies.ts';
import { stepParty } from './stepParty.ts';

const MINUTE_MS = 60_000;
/** A waiter may ring up the water before the host has pressed SEAT. */
const BEFORE_SEAT_MS = 15 * MINUTE_MS;

/** The ticket is this party's: it gets its allergies, and its covers count. */
export function linkTicket(draft: Draft, id: PartyId, ticket: TicketId): void {
  const other = partyOfTicket(draft.state, ticket);
  if (other !== null && other.id !== id) {
    const tickets = other.live.tickets.filter((one) => one !== ticket);
    stepParty(draft, other.id, 'ticket', { tickets });
  }
  const { live } = partyOf(draft.state, id);
  if (!live.tickets.includes(ticket)) stepParty(draft, id, 'ticket', { tickets: [...live.tickets, ticket] });
  giveAllergies(draft, ticket, standing(live.allergies));
  countPosCovers(draft, id);
  // Whoever found it out: nobody need be asked any more, and no later answer takes this party's allergies off.
  if (draft.state.door.questions[ticket]) answered(draft, ticket, id);
}

/** Where the POS counts guests its number is in force; what was booked stays beside it. */
export function countPosCovers(draft: Draft, id: PartyId): void {
  const party = partyOf(draft.state, id);
  const counted = posCoversOf(draft, party);
  if (counted === null || counted === party.live.posCovers) return;
  stepParty(draft, id, 'covers', { posCovers: counted, covers: counted });
}

/** Checks split the guests among them; tickets of one table each say all of them. */
function posCoversOf(draft: Draft, party: Party): number | null {
  const checks = party.live.checks.flatMap(({ covers }) => (covers === null ? [] : [covers]));
  if (checks.length > 0) return checks.reduce((sum, covers) => sum + covers, 0);
  const tickets = ticketsOf(draft.state, party).flatMap(({ head }) => head.covers ?? []);
  return tickets.length > 0 ? Math.max(...tickets) : party.live.posCovers;
}

/** A party has just sat down: tickets that were rung up at its table a moment before are its. */
export function meetWaiting(draft: Draft, id: PartyId, but: TicketId | null): void {
  const { live } = partyOf(draft.state, id);
  const places = live.tables.flatMap((table) => draft.state.places.get(tablePlace(table)) ?? []);
  for (const ticketId of new Set(places)) {
    const ticket = draft.state.tickets.get(ticketId);
    if (!ticket || ticketId === but || live.apart.includes(ticketId) || !isNew(draft, ticket)) continue;
    if (partyOfTicket(draft.state, ticketId) !== null) continue;
    linkTicket(draft, id, ticketId);
    conflictsOf(draft, ticketId, new Set());
    settle(draft, ticketId);
  }
}

function isNew(draft: Draft, { receivedAt, isLeftFromYesterday }: Ticket): boolean {
  return !isLeftFromYesterday && draft.now - receivedAt <= BEFORE_SEAT_MS;
}

/** The question whose it is, is over. */
export function answered(draft: Draft, ticket: TicketId, match: PartyId | null): void {
  draft.emit({ type: 'party.matched', ticket, match });
  const code = questionCode(ticket);
  if (draft.state.alerts[code]) draft.emit({ type: 'alert.cleared', code });
}

export const questionCode = (ticket: TicketId) => `party_question:${ticket}`;

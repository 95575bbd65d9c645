import type { TicketId } from '../../../lib/ids.ts';
import { actorName } from '../../events/actor.ts';
import type { PartyQuestion } from '../../model/door.ts';
import { partiesOfTable } from '../../model/partiesAt.ts';
import { HOUSE_SOURCE, type Party } from '../../model/party.ts';
import { isOver, isSeated } from '../../model/partyStates.ts';
import type { Ticket } from '../../model/ticket.ts';
import { conflictsOf } from '../allergy.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import { settle } from '../settle.ts';
import { takeUp } from './afterStep.ts';
import { partyMeant, partyNamed, partyOfTicket, seatedAt, ticketsOf } from './findParty.ts';
import { isFreeFor, wholeTables } from './freeTables.ts';
import { answered, countPosCovers, linkTicket, questionCode } from './linkTicket.ts';
import { giveAllergies, standing } from './partyAllergies.ts';
import { firstPut } from './putParty.ts';
import { stepParty } from './stepParty.ts';

const MINUTE_MS = 60_000;

/**
 * Rules S14 to S19: whose ticket this is. `before`: as it was before this put; the same table and party are not asked about again. Comes
 * after what the POS says of allergies and before anything is fired.
 */
export function meetParty(draft: Draft, id: TicketId, before: Ticket): void {
  const { state } = draft;
  if (state.parties.size === 0 && !isOnFloor(draft, draft.ticket(id).head.table)) return;
  const ticket = draft.ticket(id);
  const known = partyOfTicket(state, id);
  const isNew = draft.events.some((event) => event.type === 'ticket.received' && event.record.id === id);
  if (known !== null) {
    if (ticket.head.table !== before.head.table) followTable(draft, known, ticket);
    countPosCovers(draft, partyOfTicket(draft.state, id)?.id ?? known.id);
    return;
  }
  const isSame = ticket.head.table === before.head.table && samePair(ticket.head.party, before.head.party);
  if (isNew || !isSame) findParty(draft, ticket);
}

function samePair(a: Ticket['head']['party'], b: Ticket['head']['party']): boolean {
  return a?.source === b?.source && a?.id === b?.id;
}

function isOnFloor(draft: Draft, table: string | null): boolean {
  return table !== null && draft.ctx.config.floor.tables.some(({ id }) => id === table);
}

function findParty(draft: Draft, ticket: Ticket): void {
  const { head } = ticket;
  const named = head.party && partyNamed(draft.state, head.party.source, head.party.id);
  if (named) {
    sitAsRungUp(draft, named, head.table, ticket.id);
    linkTicket(draft, named.id, ticket.id);
    return;
  }
  if (head.table === null) return;
  const seated = seatedAt(draft.state, head.table);
  if (seated !== null && !isSettled(seated) && !seated.live.apart.includes(ticket.id)) {
    linkTicket(draft, seated.id, ticket.id);
    return;
  }
  const mayBe = seated !== null ? [seated] : expectedAt(draft, head.table, ticket.openedAt);
  if (mayBe.length > 0) ask(draft, ticket, head.table, mayBe);
  else if (isOnFloor(draft, head.table)) walkIn(draft, ticket, head.table);
}

/** All is paid: what is rung up now may be other guests'. */
function isSettled({ live }: Party): boolean {
  return live.checks.length > 0 && live.checks.every(({ state }) => state === 'paid' || state === 'closed');
}

/** Bookings of this table about now that nobody has seated. */
function expectedAt(draft: Draft, table: string, openedAt: number): Party[] {
  const windowMs = draft.ctx.config.floor.matchMinutes * MINUTE_MS;
  return partiesOfTable(draft.state, table).filter(
    ({ live }) =>
      !isSeated(live) &&
      live.day === draft.state.day &&
      (live.arrivedAt !== null || live.at === null || Math.abs(live.at - openedAt) <= windowMs),
  );
}

/** In doubt a person says; until then what they are allergic to counts, because nobody may guess downwards. */
function ask(draft: Draft, ticket: Ticket, table: string, parties: readonly Party[]): void {
  const question = { ticket: ticket.id, table, parties: parties.map(({ id }) => id), at: draft.now };
  draft.emit({ type: 'party.asked', question });
  const message = `Table ${table}: ticket ${ticket.head.number} was rung up and nobody was seated. Is it the party booked there?`;
  const values = { where: table, number: ticket.head.number };
  draft.emit({
    type: 'alert',
    alert: { code: questionCode(ticket.id), message, at: draft.now, values },
  });
  for (const { live } of parties) giveAllergies(draft, ticket.id, standing(live.allergies));
}

/** Nobody seated them and nobody is booked: the POS has let them in, and the door counts them. */
function walkIn(draft: Draft, ticket: Ticket, table: string): void {
  const facts = {
    state: 'arrived',
    covers: ticket.head.covers ?? 0,
    at: null,
    etaAt: null,
    durationMinutes: null,
    quotedMinutes: null,
    tables: [table],
    locked: false,
    server: ticket.head.server,
    vip: ticket.head.vip,
    occasion: ticket.head.occasion,
  };
  const id = firstPut(draft, {
    source: HOUSE_SOURCE,
    externalId: draft.ctx.newId(),
    revision: null,
    facts,
    person: null,
    guests: [],
    allergies: [],
    digest: '',
  });
  takeUp(draft, id, { tables: [table], kind: 'ticket', server: ticket.head.server, ticket: ticket.id });
  linkTicket(draft, id, ticket.id);
}

/** The POS has opened a ticket for them at a table: that is where they sit. */
function sitAsRungUp(draft: Draft, party: Party, table: string | null, ticket: TicketId): void {
  if (table === null || isSeated(party.live) || isOver(party.live)) return;
  if (isFreeFor(draft.state, [table], party.id))
    takeUp(draft, party.id, { tables: [table], kind: 'ticket', ticket });
}

/**
 * The POS has moved the ticket: to others' table it is theirs from now on; to a free one its party goes along, once nothing of it is left
 * where it was.
 */
function followTable(draft: Draft, party: Party, ticket: Ticket): void {
  const { table } = ticket.head;
  if (table === null || party.live.tables.includes(table)) return;
  const there = seatedAt(draft.state, table);
  if (there !== null) {
    linkTicket(draft, there.id, ticket.id);
    return;
  }
  const isAllThere = ticketsOf(draft.state, party).every(
    ({ head, endedAt }) => endedAt !== null || head.table === table,
  );
  const tables = wholeTables(draft.state, [table]);
  if (isSeated(party.live) && isAllThere && isFreeFor(draft.state, tables, party.id))
    stepParty(draft, party.id, 'move', { tables });
}

/** A person says whose ticket it is. */
export function matchParty(draft: Draft, command: CommandOf<'party.match'>): TicketId | null {
  const question = draft.state.door.questions[command.ticket];
  const ticket = draft.state.tickets.get(command.ticket);
  if (!question || !ticket) return refuse('not_found', 'Nobody asks any more.');
  const asked = question.parties.flatMap((id) => draft.state.parties.get(id) ?? []);
  const match = command.party === null ? null : partyMeant(draft, command.party);
  for (const party of asked) if (party.id !== match?.id) notTheirs(draft, party, question, match);
  if (match !== null) {
    sitAsRungUp(draft, match, question.table, ticket.id);
    linkTicket(draft, match.id, ticket.id);
  } else if (isFree(draft, question.table)) walkIn(draft, ticket, question.table);
  if (draft.state.door.questions[ticket.id]) answered(draft, ticket.id, command.party);
  conflictsOf(draft, ticket.id, new Set());
  settle(draft, ticket.id);
  return ticket.id;
}

function isFree(draft: Draft, table: string): boolean {
  return isOnFloor(draft, table) && seatedAt(draft.state, table) === null;
}

/** What counted in doubt is taken off again, unless the POS or who it is says it too. */
function notTheirs(draft: Draft, party: Party, { ticket, at }: PartyQuestion, match: Party | null): void {
  const { apart, allergies } = party.live;
  stepParty(draft, party.id, 'ticket', { apart: [...apart, ticket] });
  const theirs = standing(match?.live.allergies ?? []);
  for (const { allergen, seat } of standing(allergies)) {
    const isTheirs = theirs.some((one) => one.allergen === allergen && one.seat === seat);
    const known = draft
      .ticket(ticket)
      .allergies.find((one) => one.allergen === allergen && one.seat === seat);
    // Said by anybody since the question, it is no longer this booking's alone.
    if (isTheirs || !known || known.isSaidByPos || !known.isOurs || known.addedAt !== at) continue;
    const person = actorName(draft.ctx.actor);
    draft.emit({ type: 'allergy.withdrawn', ticket, allergy: known.key, allergen, seat, person });
  }
}

import type { TicketId } from '../../lib/ids.ts';
import { serviceDayOf } from '../../lib/serviceDay.ts';
import { ticketProgress } from '../model/progress.ts';
import type { PutContent, PutItem } from '../model/put.ts';
import type { Keyed, Ticket } from '../model/ticket.ts';
import { applySaid, conflictsOf } from './allergy.ts';
import { settleAway } from './away.ts';
import type { CommandOf } from './command.ts';
import { comparePut } from './comparePut.ts';
import { type Draft, refuse } from './draft.ts';
import { emitChange } from './emitChange.ts';
import { openTicket, reopenedRecord } from './findTicket.ts';
import { fireAsSaid } from './fireAsSaid.ts';
import { moveAndVoid } from './moveAndVoid.ts';
import type { Decision } from './outcome.ts';
import { meetParty } from './party/meetParty.ts';
import { peopleOf } from './people.ts';
import { planPut } from './planPut.ts';
import { askPossible } from './possible.ts';
import type { PutPlan } from './putPlan.ts';
import { receivedRecord } from './receivedRecord.ts';
import { settle } from './settle.ts';
import { fireWithKeyed, takeKeyed } from './takeKeyed.ts';

/** Rules P: a put is compared with the previous put of that ticket, never with the kitchen. */

export function putTicket(draft: Draft, command: CommandOf<'ticket.put'>): Decision {
  const { content } = command;
  const { timeZone, dayRollHour } = draft.ctx.config.venue;
  const day = serviceDayOf(content.openedAt, timeZone, dayRollHour);
  const known = openTicket(draft.state, content.source, content.externalId, day);
  if (known) return knownPut(draft, known, content);
  const stub = draft.ctx.closed(content.source, content.externalId, day);
  if (stub) return closedPut(draft, stub, content);
  return draft.done(putFirst(draft, content, day));
}

export function voidTicket(draft: Draft, command: CommandOf<'ticket.void'>): Decision {
  const open = openTicket(draft.state, command.source, command.id, null);
  const known = open ?? draft.ctx.closed(command.source, command.id, null);
  if (!known) return refuse('not_found', 'There is no ticket of that id.');
  const content = everythingVoid(known, command);
  return open ? knownPut(draft, open, content) : closedPut(draft, known, content);
}

/** A put with everything void. What is not food is said again as it was. */
function everythingVoid(known: Ticket, command: CommandOf<'ticket.void'>): PutContent {
  const { revision, reason, digest } = command;
  const said = contentOf(known);
  const items = said.items.map(
    (item): PutItem => ({
      ...item,
      state: 'void',
      voidReason: reason,
      stations: null,
    }),
  );
  return { ...said, revision, items, digest };
}

/** The put that would ask for nothing: the ticket as it was last said. Names it does not have; nobody says them twice. */
export function contentOf(known: Ticket): PutContent {
  const { customer: _customer, guests: _guests, ...head } = known.head;
  return {
    source: known.source,
    externalId: known.externalId,
    revision: known.revision,
    openedAt: known.openedAt,
    head,
    customer: null,
    guests: [],
    courses: known.courses.map(({ number, name, said, fireAt }) => ({ number, name, said, fireAt })),
    items: known.items.map((item) => ({
      externalId: item.externalId,
      face: item.face,
      quantity: Math.max(item.saidQuantity, 1),
      state: item.saidState === 'active' ? 'active' : 'void',
      voidReason: null,
      comped: item.comped,
      onTheFly: item.onTheFly,
      refireOf: item.refireOf,
      stations: item.saidStations,
      movedFrom: null,
    })),
    allergies: known.saidAllergies,
    digest: known.digest,
  };
}

/** A ticket that the house keys: its mark, and what tells of it as soon as it is there. */
interface ByHand {
  readonly keyed: Keyed;
  readonly tell: (id: TicketId) => void;
}

export function putFirst(
  draft: Draft,
  content: PutContent,
  day: Ticket['day'],
  byHand: ByHand | null = null,
): TicketId {
  const id = draft.ctx.newId() as TicketId;
  const received = receivedRecord(draft, id, day, content, peopleOf(draft, null, content));
  const blank = { ...received, keyed: byHand?.keyed ?? null };
  const plan = planPut(draft, blank, content);
  const { items, courses } = plan;
  draft.emit({
    type: 'ticket.received',
    record: { ...blank, receivedSeq: draft.nextSeq, items, courses, saidAllergies: content.allergies },
  });
  byHand?.tell(id);
  const unsaid = { ...blank, head: { ...blank.head, priority: 'normal' } };
  carryOut(draft, id, content, plan, unsaid);
  return id;
}

function knownPut(draft: Draft, known: Ticket, content: PutContent): Decision {
  const order = comparePut(draft, known, content, known.id);
  if (order !== 'newer') return order;
  putNewer(draft, known.id, content);
  return draft.done(known.id);
}

export function putNewer(draft: Draft, id: TicketId, content: PutContent): void {
  const before = draft.ticket(id);
  const plan = planPut(draft, before, content);
  emitChange(draft, before, content, plan);
  carryOut(draft, id, content, plan, before);
}

/** What of a plan follows its first event: allergies before food, so that nothing is fired that would have to be heard first. */
function carryOut(draft: Draft, id: TicketId, content: PutContent, plan: PutPlan, before: Ticket): void {
  const keyed = takeKeyed(draft, plan);
  applySaid(draft, id, before.saidAllergies, content.allergies);
  meetParty(draft, id, before);
  const givers = moveAndVoid(draft, id, plan);
  conflictsOf(draft, id, plan.remade);
  askPossible(draft, id);
  rushAsSaid(draft, id, content, before);
  fireWithKeyed(draft, id, plan);
  fireAsSaid(draft, id, content, before);
  settleAway(draft, id, before);
  settle(draft, id);
  for (const giver of new Set([...givers, ...keyed])) settle(draft, giver);
}

/** What the sender newly says of its haste; what the house said since stays until then. */
function rushAsSaid(draft: Draft, id: TicketId, content: PutContent, before: Ticket): void {
  if (content.head.priority === before.head.priority) return;
  const isRush = content.head.priority === 'rush';
  if ((draft.ticket(id).rushAt !== null) !== isRush)
    draft.emit({ type: 'ticket.rushed', ticket: id, isRush });
}

/**
 * The ticket lies in history. It comes back for the put to be applied; where that leaves no food to make or see, it goes back at once,
 * with the newer revision on its stub.
 */
function closedPut(draft: Draft, stub: Ticket, content: PutContent): Decision {
  const order = comparePut(draft, stub, content, stub.id);
  if (order !== 'newer') return order;
  draft.emit({ type: 'ticket.reopened', record: reopenedRecord(stub) });
  putNewer(draft, stub.id, content);
  const { isRun, isSeen } = ticketProgress(draft.ticket(stub.id));
  if (isRun && isSeen) draft.emit({ type: 'ticket.closed', ticket: stub.id });
  return draft.done(stub.id);
}

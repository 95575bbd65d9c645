import type { TicketId } from '../../lib/ids.ts';
import type { Batch } from '../model/food.ts';
import { itemOf, liveQuantity, rounded } from '../model/progress.ts';
import type { FoodQuestion, Ticket } from '../model/ticket.ts';
import { stationsTold, withPaperCarried, withPaperLeft } from '../model/toldFood.ts';
import type { CommandOf } from './command.ts';
import { portionSeen } from './cook.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { stationsOf } from './fire.ts';
import { fireStragglers } from './fireAsSaid.ts';
import { countedQuantity, cut, HOUSE_VOID, voidMark } from './portions.ts';
import { refireItem } from './refire.ts';
import { settle } from './settle.ts';
import { answerMatch } from './takeKeyed.ts';
import { voidPortions } from './voidFood.ts';

/** Questions the house asks a person, and what the answers do. */

export function answerConflict(draft: Draft, command: CommandOf<'conflict.answer'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const item = itemOf(ticket, command.item);
  const conflict = item?.conflicts.find((one) => one.allergy === command.allergy);
  if (!item || !conflict) return refuse('superseded', 'This conflict is no longer on the ticket.');
  if (conflict.raisedSeq > command.seen) refuse('superseded', 'This conflict came after the press.');
  if (conflict.answer?.answer === command.answer) return ticket.id;
  draft.emit({
    type: 'conflict.answered',
    ticket: ticket.id,
    item: item.id,
    allergy: command.allergy,
    answer: command.answer,
    external: item.externalId,
  });
  if (command.answer === 'void') voidByHouse(draft, ticket.id, item.id);
  settle(draft, ticket.id);
  return ticket.id;
}

/** The house takes a dish off before the POS does: the POS's own void of it, when it comes, finds it gone. */
function voidByHouse(draft: Draft, id: TicketId, itemId: Parameters<typeof voidPortions>[2]): void {
  const item = itemOf(draft.ticket(id), itemId);
  if (item) voidPortions(draft, id, itemId, liveQuantity(item), HOUSE_VOID);
}

export function answerStop(draft: Draft, command: CommandOf<'stop.answer'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { item, batch } = portionSeen(
    ticket,
    { item: command.item, batch: command.batch },
    Number.POSITIVE_INFINITY,
    draft.ctx.actor,
  );
  if (batch.stops.length === 0) return ticket.id;
  const isNewer = ticket.allergies.some(
    (one) => batch.stops.includes(one.key) && one.addedSeq > command.seen,
  );
  if (isNewer) refuse('superseded', 'Another allergy was added after the press.');
  draft.emit({
    type: 'stop.answered',
    ticket: ticket.id,
    item: item.id,
    batch: batch.n,
    answer: command.answer,
  });
  if (command.answer === 'refire') {
    const fresh = itemOf(draft.ticket(ticket.id), item.id);
    if (fresh) refireItem(draft, ticket.id, fresh, batch.quantity, 'allergy');
  }
  settle(draft, ticket.id);
  return ticket.id;
}

/** SAME FOOD closes the question. NEW FOOD gives the old food back to its line as a void and makes the new line's food anew. */
export function answerFood(draft: Draft, command: CommandOf<'food.answer'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const question = ticket.questions.find((one) => one.id === command.question);
  if (!question) return ticket.id;
  if (question.match) return answerMatch(draft, ticket, question, command.answer);
  const closed = { ...ticket, questions: ticket.questions.filter((one) => one !== question) };
  if (command.answer === 'same') {
    emit(draft, closed, [closed], question.id, 'same', []);
    settle(draft, ticket.id);
    return ticket.id;
  }
  const item = itemOf(ticket, question.item);
  if (!item) return refuse('superseded', 'The dish is no longer on the ticket.');
  const old = item.batches.filter((batch) => question.batches.includes(batch.n));
  const others = { ...item, batches: item.batches.filter((batch) => !old.includes(batch)) };
  // The POS may have ordered fewer since: new food only for what it still orders.
  const ordered = rounded(item.saidQuantity - item.takenAhead - countedQuantity(others));
  const fresh = renumbered(item.batches, cut(question.asNew, Math.max(0, ordered), 0, () => true).taken);
  const line = { ...others, batches: [...others.batches, ...fresh] };
  const taking = withPaperLeft(
    { ...closed, items: closed.items.map((one) => (one.id === item.id ? line : one)) },
    line,
    old,
  );
  const giver = question.from.ticket === ticket.id ? taking : draft.state.tickets.get(question.from.ticket);
  const returned = old.map(
    (batch): Batch => ({
      ...batch,
      void: batch.void ?? voidMark(batch, draft.now, null),
      turnedSeq: draft.nextSeq,
      turnedBy: null,
    }),
  );
  const giving = giver && withReturned(giver, ticket, question, old, returned);
  const isSame = giving?.id === taking.id;
  const tickets = giving ? (isSame ? [giving] : [taking, giving]) : [taking];
  const stations = stationsOf([...returned, ...fresh].map((batch) => ({ item, batch })));
  emit(draft, taking, tickets, question.id, 'new', stations);
  tellReturned(draft, question.from, returned);
  fireStragglers(draft, ticket.id);
  settle(draft, ticket.id);
  if (giving && !isSame) settle(draft, giving.id);
  return ticket.id;
}

/** As voids, on the slip that told them. */
function withReturned(
  giver: Ticket,
  ticket: Ticket,
  { item: taker, from }: FoodQuestion,
  old: readonly Batch[],
  returned: readonly Batch[],
): Ticket {
  const line = itemOf(giver, from.item);
  if (line === undefined) return giver;
  const back = renumbered(line.batches, returned);
  const items = giver.items.map((one) =>
    one === line ? { ...one, batches: [...one.batches, ...back] } : one,
  );
  const batches = old.flatMap((was, at) => (back[at] === undefined ? [] : [{ was, is: back[at] }]));
  const carried = { from: { item: taker }, to: { item: from.item }, batches };
  return stationsTold(ticket, carried).reduce<Ticket>(
    (onPaper, station) => withPaperCarried(onPaper, ticket, station, carried),
    { ...giver, items },
  );
}

/** The POS was told of a move; now it hears that the old food is void after all. */
function tellReturned(draft: Draft, from: FoodQuestion['from'], returned: readonly Batch[]): void {
  const record = draft.state.tickets.get(from.ticket)?.items.find((item) => item.id === from.item);
  const [first] = returned;
  if (!record || !first?.void) return;
  draft.emit({
    type: 'item.voided',
    ticket: from.ticket,
    item: record.id,
    external: record.externalId,
    quantity: rounded(returned.reduce((sum, batch) => sum + batch.quantity, 0)),
    stage: first.void.stage,
    reason: first.void.reason,
    record,
    stations: [],
  });
}

function renumbered(known: readonly Batch[], returned: readonly Batch[]): Batch[] {
  const most = known.reduce((top, batch) => Math.max(top, batch.n), 0);
  return returned.map((batch, index) => ({ ...batch, n: most + 1 + index }));
}

function emit(
  draft: Draft,
  ticket: { id: TicketId },
  tickets: Ticket[],
  question: string,
  answer: 'same' | 'new',
  stations: ReturnType<typeof stationsOf>,
): void {
  draft.emit({ type: 'food.answered', ticket: ticket.id, question, answer, tickets, stations });
}

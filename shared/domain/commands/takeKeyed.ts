import type { TicketId } from '../../lib/ids.ts';
import { courseOf, isFired, isLive, itemOf, rounded } from '../model/progress.ts';
import type { FoodQuestion, Ticket } from '../model/ticket.ts';
import { type Draft, refuse } from './draft.ts';
import { fireCourse, stationsOf } from './fire.ts';
import { fireStragglers } from './fireAsSaid.ts';
import { cookTheRest } from './moveAndVoid.ts';
import { moveFood } from './moveFood.ts';
import { countedQuantity, freshBatch, nextNumber } from './portions.ts';
import type { PutPlan } from './putPlan.ts';
import { settle } from './settle.ts';

/** Rules Y, carried out: keyed food becomes the POS's, and goes back where a person says that it is other food. */

/** Comes before what the put says of allergies, so that what is new there meets the food it is about. Answers the keyed tickets. */
export function takeKeyed(draft: Draft, plan: PutPlan): Set<TicketId> {
  for (const { from, to, quantity, isSettled } of plan.matches) {
    const question = `q${draft.nextSeq}`;
    const before = new Set(lineOf(draft, to).batches.map((batch) => batch.n));
    const moved = moveFood(draft, {
      from,
      to,
      quantity,
      isSaid: true,
      takes: 'live',
      question,
      instead: [],
      keyed: { back: null },
    });
    cookTheRest(draft, to, rounded(quantity - moved));
    if (moved <= 0) continue;
    const line = lineOf(draft, to);
    const asNew = [{ ...freshBatch(line, moved, 'add_on', draft.now), n: nextNumber(line) }];
    const batches = line.batches.filter((batch) => !before.has(batch.n)).map((batch) => batch.n);
    draft.emit({
      type: 'food.asked',
      ticket: to.ticket,
      question: { id: question, at: draft.now, item: to.item, batches, from, asNew, match: { isSettled } },
    });
  }
  return new Set(plan.matches.map(({ from }) => from.ticket));
}

/** A course of which keyed food is being made is being made: what else the POS orders in it goes too. */
export function fireWithKeyed(draft: Draft, id: TicketId, plan: PutPlan): void {
  for (const { from, to } of plan.matches) {
    const item = lineOf(draft, to);
    const { course } = item.face;
    const isMade = item.batches.some((batch) => isLive(batch) && isFired(batch));
    if (!isMade || courseOf(draft.ticket(id), course)?.firedAt !== null) continue;
    const given = itemOf(draft.ticket(from.ticket), from.item);
    const cause = given && courseOf(draft.ticket(from.ticket), given.face.course)?.firedBy;
    fireCourse(draft, id, course, cause ?? 'expo');
  }
}

/** One answer for all food of the pair. SAME FOOD can be taken back by NEW FOOD as long as both tickets are here. */
export function answerMatch(
  draft: Draft,
  ticket: Ticket,
  question: FoodQuestion,
  answer: 'same' | 'new',
): TicketId {
  const isOfPair = (one: FoodQuestion) => one.match !== undefined && one.from.ticket === question.from.ticket;
  const pair = ticket.questions.filter(isOfPair);
  if (answer === 'new') {
    giveBack(draft, ticket.id, pair);
    return ticket.id;
  }
  if (pair.every(({ match }) => match?.isSettled)) return ticket.id;
  const questions = ticket.questions.map((one) =>
    isOfPair(one) ? { ...one, match: { isSettled: true } } : one,
  );
  draft.emit({
    type: 'food.answered',
    ticket: ticket.id,
    question: question.id,
    answer,
    tickets: [{ ...ticket, questions }],
    stations: [],
  });
  endReminder(draft, ticket.id);
  settle(draft, ticket.id);
  return ticket.id;
}

function giveBack(draft: Draft, id: TicketId, pair: readonly FoodQuestion[]): void {
  const keyed = pair[0]?.from.ticket;
  if (keyed === undefined || !draft.state.tickets.has(keyed))
    refuse('superseded', 'The ticket that was keyed is closed.');
  const lines = pair.map(({ item }) => ({ ticket: id, item }));
  for (const { item, from, batches } of pair) {
    const line = itemOf(draft.ticket(id), item);
    const theirs = line?.batches.filter((batch) => isLive(batch) && batches.includes(batch.n)) ?? [];
    const quantity = rounded(theirs.reduce((sum, batch) => sum + batch.quantity, 0));
    moveFood(draft, {
      from: { ticket: id, item },
      to: from,
      quantity,
      isSaid: true,
      takes: 'live',
      question: null,
      instead: [],
      keyed: { back: batches },
    });
  }
  for (const at of lines) {
    const { saidQuantity, takenAhead, batches } = lineOf(draft, at);
    const missing = saidQuantity - takenAhead - countedQuantity({ ...lineOf(draft, at), batches });
    cookTheRest(draft, at, rounded(missing));
  }
  const taking = draft.ticket(id);
  const giving = draft.ticket(keyed);
  const fresh = taking.items.flatMap((item) =>
    item.batches.filter((batch) => batch.addedAt === draft.now).map((batch) => ({ item, batch })),
  );
  const apart = giving.keyed && { ...giving.keyed, apart: [...giving.keyed.apart, id] };
  draft.emit({
    type: 'food.answered',
    ticket: id,
    question: pair[0]?.id ?? '',
    answer: 'new',
    tickets: [
      { ...taking, questions: taking.questions.filter((one) => !pair.some(({ id: of }) => of === one.id)) },
      { ...giving, keyed: apart },
    ],
    stations: stationsOf(fresh),
  });
  endReminder(draft, id);
  fireStragglers(draft, id);
  settle(draft, id);
  settle(draft, keyed);
}

/** Asked again, see `due`; said once and for all. */
export function reminderOf(id: TicketId): string {
  return `match_unanswered:${id}`;
}

function endReminder(draft: Draft, id: TicketId): void {
  const isOpen = draft.ticket(id).questions.some(({ match }) => match && !match.isSettled);
  const code = reminderOf(id);
  if (!isOpen && draft.state.alerts[code]) draft.emit({ type: 'alert.cleared', code });
}

function lineOf(draft: Draft, at: FoodQuestion['from']) {
  return itemOf(draft.ticket(at.ticket), at.item) ?? refuse('not_found', 'The dish is not on the ticket.');
}

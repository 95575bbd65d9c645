import type { TicketId } from '../../lib/ids.ts';
import type { Item } from '../model/food.ts';
import { isKnown, openFor, suspicions } from '../model/possible.ts';
import { itemOf } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import { addAllergy, conflictsOf } from './allergy.ts';
import type { CommandOf } from './command.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { settle } from './settle.ts';

/** Free text that may be an allergy: asked once, of expo and the POS, and again before the food leaves the pass. */

/** After a put: asks about each text that has not been asked about, where what it names is not on the ticket already. */
export function askPossible(draft: Draft, id: TicketId): void {
  for (const { item, words, allergens: read, severity } of suspicions(draft.ticket(id))) {
    const ticket = draft.ticket(id);
    const isAsked = ticket.possible.some((one) => one.item === (item?.id ?? null) && one.words === words);
    const allergens = read.filter((allergen) => !isKnown(ticket, item, allergen));
    if (isAsked || allergens.length === 0) continue;
    draft.emit({
      type: 'allergy.possible',
      ticket: id,
      question: `p${ticket.possible.length + 1}`,
      item: item?.id ?? null,
      external: item?.externalId ?? null,
      words,
      allergens,
      severity,
      seat: seatOf(item),
    });
  }
}

/** One guest's dish tells whose it is; any other is of a seat unknown, which counts for every dish. */
function seatOf(item: Item | null): number | null {
  const [first, ...others] = item?.face.seats ?? [item?.face.seat ?? 0];
  return others.length === 0 && first !== undefined && first > 0 ? first : null;
}

export function answerPossible(draft: Draft, command: CommandOf<'possible.answer'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const asked = ticket.possible.find((one) => one.id === command.question);
  if (!asked) return refuse('not_found', 'This question is not on the ticket.', 'question');
  if (asked.answer?.answer === command.answer) return ticket.id;
  // YES has become an allergy, and that only a person's name takes off.
  if (asked.answer?.answer === 'allergy') refuse('conflict', 'It was answered: it is an allergy.', 'answer');
  const { question, answer } = command;
  draft.emit({ type: 'possible.answered', ticket: ticket.id, question, answer });
  if (answer === 'allergy') {
    const item = asked.item === null ? null : (itemOf(ticket, asked.item) ?? null);
    const { severity, words } = asked;
    for (const allergen of asked.allergens) {
      const said = { allergen, severity, crossContact: false, words, seat: seatOf(item) };
      addAllergy(draft, ticket.id, said, { isSaidByPos: false, isOurs: true });
    }
    conflictsOf(draft, ticket.id, new Set());
  }
  settle(draft, ticket.id);
  return ticket.id;
}

/** The food of a run with a question still open: it is asked again, and the food waits at the pass for the answer. */
export function refuseIfPossible(ticket: Ticket, item: Item): void {
  if (openFor(ticket, item).length > 0)
    refuse('possible_unanswered', `${item.face.name}: a possible allergy has not been answered.`);
}

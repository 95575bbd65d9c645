import type { TicketId } from '../../lib/ids.ts';
import type { Batch } from '../model/food.ts';
import { itemOf, rounded } from '../model/progress.ts';
import { type Draft, refuse } from './draft.ts';
import { moveFood } from './moveFood.ts';
import { freshBatch, nextNumber } from './portions.ts';
import type { PlannedMove, PutPlan } from './putPlan.ts';
import { restoreUnseen, voidPortions } from './voidFood.ts';

/** Carries out the food part of a plan. Answers the other tickets it touched. */
export function moveAndVoid(draft: Draft, id: TicketId, plan: PutPlan): Set<TicketId> {
  const others = new Set<TicketId>();
  for (const move of plan.moves) {
    carry(draft, move);
    others.add(move.from.ticket).add(move.to.ticket);
  }
  for (const { item, quantity } of plan.restores) restoreUnseen(draft, id, item, quantity);
  for (const { item, quantity, reason } of plan.voids) voidPortions(draft, id, item, quantity, reason);
  others.delete(id);
  return others;
}

function carry(draft: Draft, move: PlannedMove): void {
  const { from, to, quantity, isSaid, takes, instead } = move;
  if (!move.isGuess) {
    const moved = moveFood(draft, { from, to, quantity, isSaid, takes, question: null, instead });
    cookTheRest(draft, to, rounded(quantity - moved));
    return;
  }
  const question = `q${draft.nextSeq}`;
  const replaced = lineOf(draft, to).batches.filter((batch) => instead.includes(batch.n));
  const before = new Set(lineOf(draft, to).batches.map((batch) => batch.n));
  const moved = moveFood(draft, { from, to, quantity, isSaid, takes, question, instead });
  cookTheRest(draft, to, rounded(quantity - moved));
  if (moved <= 0) return;
  const line = lineOf(draft, to);
  const arrived = line.batches.filter((batch) => !before.has(batch.n)).map((batch) => batch.n);
  const asNew: Batch[] =
    replaced.length > 0
      ? replaced
      : [{ ...freshBatch(line, quantity, 'add_on', draft.now), n: nextNumber(line) }];
  draft.emit({
    type: 'food.asked',
    ticket: to.ticket,
    question: { id: question, at: draft.now, item: to.item, batches: arrived, from, asNew },
  });
}

/** A plan promises no more than there is; should it ever, the table still eats. */
export function cookTheRest(draft: Draft, to: PlannedMove['to'], quantity: number): void {
  if (quantity <= 0) return;
  const line = lineOf(draft, to);
  const record = { ...line, batches: [...line.batches, freshBatch(line, quantity, 'add_on', draft.now)] };
  draft.emit({ type: 'item.restored', ticket: to.ticket, record, stations: [] });
}

function lineOf(draft: Draft, at: PlannedMove['to']) {
  return itemOf(draft.ticket(at.ticket), at.item) ?? refuse('not_found', 'The dish is not on the ticket.');
}

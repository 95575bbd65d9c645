import type { TicketId } from '../../lib/ids.ts';
import type { Batch, Item, Stage } from '../model/food.ts';
import { isLive, itemOf, rounded, stageOf } from '../model/progress.ts';
import { type Draft, refuse } from './draft.ts';
import { stationsOf } from './fire.ts';
import { cut, HOUSE_VOID, isCounted, isUnseenVoid, nextNumber, voidMark } from './portions.ts';

/** Rules V: voids carry how far the food had come, and stand struck until each cook who had it has seen it. */

/**
 * Voids portions of a line, as many as it still has. What the house itself voids is taken ahead of the POS's own news of it.
 * Answers how many.
 */
export function voidPortions(
  draft: Draft,
  id: TicketId,
  itemId: Item['id'],
  quantity: number,
  reason: string | null,
): number {
  const item = itemOrRefuse(draft, id, itemId);
  const taken = cut(item.batches, quantity, nextNumber(item), isCounted);
  if (taken.quantity <= 0) return 0;
  const isEmptied = !taken.rest.some(isCounted);
  // With the last of a dish its refire goes too, unless it has gone out.
  const extra = isEmptied ? taken.rest.filter((batch) => isLive(batch) && batch.run <= 0) : [];
  const voided = [...taken.taken, ...extra].map(
    (batch): Batch => ({ ...batch, void: voidMark(batch, draft.now, reason) }),
  );
  const ahead = reason === HOUSE_VOID ? taken.quantity : 0;
  const line = { ...item, takenAhead: rounded(item.takenAhead + ahead) };
  const rest = taken.rest.filter((batch) => !extra.includes(batch));
  emitByStage(draft, id, line, rest, voided, reason);
  return taken.quantity;
}

function itemOrRefuse(draft: Draft, id: TicketId, itemId: Item['id']): Item {
  return itemOf(draft.ticket(id), itemId) ?? refuse('not_found', 'This dish is not on the ticket.');
}

/** One event a stage, because the POS bills a dish thrown away other than one never begun. */
function emitByStage(
  draft: Draft,
  id: TicketId,
  item: Item,
  rest: readonly Batch[],
  voided: readonly Batch[],
  reason: string | null,
): void {
  const stages = [...new Set(voided.map(stageBeforeVoid))];
  const done: Batch[] = [];
  for (const stage of stages) {
    const now = voided.filter((batch) => stageBeforeVoid(batch) === stage);
    done.push(...now.map((batch) => ({ ...batch, turnedSeq: draft.nextSeq, turnedBy: null })));
    const later = voided.filter((batch) => !done.some((one) => one.n === batch.n));
    const turned = rest.map((batch) =>
      isLive(batch) ? { ...batch, turnedSeq: draft.nextSeq, turnedBy: null } : batch,
    );
    const batches = [...turned, ...done, ...later.map((batch) => ({ ...batch, void: null }))];
    draft.emit({
      type: 'item.voided',
      ticket: id,
      item: item.id,
      external: item.externalId,
      quantity: rounded(now.reduce((sum, batch) => sum + batch.quantity, 0)),
      stage,
      reason,
      record: { ...item, batches: batches.sort((a, b) => a.n - b.n) },
      stations: stationsOf(
        now.filter((batch) => batch.void?.owedBy.length).map((batch) => ({ item, batch })),
      ),
    });
  }
}

function stageBeforeVoid(batch: Batch): Stage {
  return batch.void?.stage ?? stageOf(batch);
}

/** Takes back voids that no cook has seen, up to a quantity: the food is as before. Answers how many came back. */
export function restoreUnseen(draft: Draft, id: TicketId, itemId: Item['id'], quantity: number): number {
  const item = itemOrRefuse(draft, id, itemId);
  const { rest, taken, quantity: back } = cut(item.batches, quantity, nextNumber(item), isUnseenVoid);
  if (back <= 0) return 0;
  const restored = taken.map(
    (batch): Batch => ({ ...batch, void: null, turnedSeq: draft.nextSeq, turnedBy: null }),
  );
  const record = { ...item, batches: [...rest, ...restored].sort((a, b) => a.n - b.n) };
  const stations = stationsOf(restored.map((batch) => ({ item, batch })));
  draft.emit({ type: 'item.restored', ticket: id, record, stations });
  return back;
}

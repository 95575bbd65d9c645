import type { TicketId } from '../../lib/ids.ts';
import type { Batch, Item } from '../model/food.ts';
import { isFired, isLive, isRun, liveQuantity, rounded } from '../model/progress.ts';
import { type Draft, refuse } from './draft.ts';
import { stationsOf } from './fire.ts';
import { cut, freshBatch, isCounted, nextNumber, REFIRED } from './portions.ts';

/**
 * ON THE FLY: new food of the same dish with a new fire clock, its allergies to be heard again. Portions still on the way out are replaced
 * by it (waste); those already run stay run, because the guest sent them back.
 */
export function refireItem(
  draft: Draft,
  id: TicketId,
  item: Item,
  quantity: number | null,
  reason: string,
): void {
  const begun = item.batches.filter((batch) => isLive(batch) && isFired(batch));
  const most = rounded(begun.reduce((sum, batch) => sum + batch.quantity, 0));
  if (most <= 0) refuse('not_fired', `${item.face.name} is held: there is nothing to refire.`, 'item');
  const wanted = quantity ?? Math.min(most, liveQuantity(item));
  if (wanted > most) refuse('conflict', `Only ${most} of ${item.face.name} can be refired.`, 'quantity');
  const waste = cut(
    item.batches,
    wanted,
    nextNumber(item),
    (batch) => begun.includes(batch) && !isRun(batch),
  );
  const wasted = waste.taken.map(
    (batch): Batch => ({
      ...batch,
      turnedSeq: draft.nextSeq,
      turnedBy: null,
      void: { at: draft.now, stage: 'cooking', reason: REFIRED, owedBy: [], isSeen: true },
    }),
  );
  const kept = { ...item, batches: [...waste.rest, ...wasted].sort((a, b) => a.n - b.n) };
  const clock = begun.reduce<number | null>((first, batch) => first ?? batch.firedAt, null);
  const replaced = rounded(waste.taken.filter(isCounted).reduce((sum, batch) => sum + batch.quantity, 0));
  const fresh = [
    { quantity: replaced, isStandIn: true },
    { quantity: rounded(wanted - replaced), isStandIn: false },
  ].filter((one) => one.quantity > 0);
  let record: Item = kept;
  for (const { quantity: portions, isStandIn } of fresh) {
    const batch: Batch = {
      ...freshBatch(record, portions, 'refire', draft.now),
      firedAt: draft.now,
      firedBy: 'expo',
      turnedSeq: draft.nextSeq,
      refire: { reason, at: draft.now, firedAt: clock, isStandIn },
    };
    record = { ...record, batches: [...record.batches, batch] };
  }
  draft.emit({
    type: 'item.refired',
    ticket: id,
    item: item.id,
    external: item.externalId,
    quantity: wanted,
    reason,
    record,
    stations: stationsOf(
      record.batches.filter((batch) => batch.addedAt === draft.now).map((batch) => ({ item, batch })),
    ),
  });
}

import type { Batch, Item, Part, VoidMark } from '../model/food.ts';
import { isFired, isLive, isRun, isStarted, readyEverywhere, rounded, stageOf } from '../model/progress.ts';

/** Cutting batches: what is taken off one line, and in which order its portions go. */

export interface Cut {
  /** The item without what was taken. Batches that were only partly taken stay with the rest. */
  readonly rest: Batch[];
  /** What was taken, one batch for each state it was in, numbered anew. */
  readonly taken: Batch[];
  readonly quantity: number;
}

/**
 * Takes portions off: those not started first, ready ones last, so that the least work is lost. `next` is the first free batch number.
 */
export function cut(
  batches: readonly Batch[],
  quantity: number,
  next: number,
  fits: (batch: Batch) => boolean,
): Cut {
  let left = quantity;
  let number = next;
  const rest = new Map(batches.map((batch) => [batch.n, batch] as const));
  const taken: Batch[] = [];
  const pieces = batches
    .filter(fits)
    .flatMap(byReadiness)
    .sort((a, b) => effort(a) - effort(b));
  for (const piece of pieces) {
    if (left <= 0) break;
    const source = rest.get(piece.n);
    if (!source) continue;
    const amount = Math.min(left, piece.quantity);
    left = rounded(left - amount);
    if (amount === source.quantity) {
      taken.push(source);
      rest.delete(source.n);
      continue;
    }
    const part = scaled(piece, amount);
    taken.push({ ...part, n: number });
    number += 1;
    rest.set(source.n, minus(source, part));
  }
  return {
    rest: batches.flatMap((batch) => rest.get(batch.n) ?? []),
    taken,
    quantity: rounded(quantity - left),
  };
}

/** A batch half ready is two pieces: what is ready everywhere, and what is not. */
function byReadiness(batch: Batch): Batch[] {
  const done = readyEverywhere(batch);
  if (done <= 0 || done >= batch.quantity) return [batch];
  const ready = { ...batch, quantity: done, parts: batch.parts.map((part) => ({ ...part, ready: done })) };
  const open = minus(batch, {
    ...ready,
    run: Math.min(batch.run, done),
    bumped: Math.min(batch.bumped, done),
  });
  return [open, { ...ready, run: Math.min(batch.run, done), bumped: Math.min(batch.bumped, done) }];
}

function scaled(piece: Batch, amount: number): Batch {
  const parts = piece.parts.map((part): Part => {
    const ready = part.ready >= piece.quantity ? amount : 0;
    return { ...part, ready, readyAt: ready > 0 ? part.readyAt : null };
  });
  const isWhollyRun = piece.run >= piece.quantity;
  const isWhollyBumped = piece.bumped >= piece.quantity;
  return {
    ...piece,
    quantity: amount,
    parts,
    bumped: isWhollyBumped ? amount : 0,
    run: isWhollyRun ? amount : 0,
    runAt: isWhollyRun ? piece.runAt : null,
  };
}

function minus(batch: Batch, part: Batch): Batch {
  const quantity = rounded(batch.quantity - part.quantity);
  return {
    ...batch,
    quantity,
    bumped: clamp(rounded(batch.bumped - part.bumped), quantity),
    run: clamp(rounded(batch.run - part.run), quantity),
    parts: batch.parts.map((own) => {
      const taken = part.parts.find((other) => other.station === own.station)?.ready ?? 0;
      return { ...own, ready: clamp(rounded(own.ready - taken), quantity) };
    }),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

const HELD = 0;

function effort(batch: Batch): number {
  if (!isFired(batch)) return HELD;
  if (isRun(batch)) return 4;
  const started = isStarted(batch) ? 2 : 1;
  return readyEverywhere(batch) >= batch.quantity ? 3 : started;
}

export function nextNumber(item: Item): number {
  return item.batches.reduce((most, batch) => Math.max(most, batch.n), 0) + 1;
}

/** Food never shown on a screen owes no look: held food goes silently, run food is the guest's. */
export function voidMark(batch: Batch, at: number, reason: string | null): VoidMark {
  const stage = stageOf(batch);
  const isOnGlass = stage !== 'held' && stage !== 'run';
  const owedBy = isOnGlass ? batch.parts.map((part) => part.station) : [];
  return { at, stage, reason, owedBy, isSeen: false };
}

/** A fresh batch of a dish, held, nothing heard. */
export function freshBatch(item: Item, quantity: number, kind: Batch['kind'], at: number): Batch {
  return {
    n: nextNumber(item),
    kind,
    quantity: rounded(quantity),
    addedAt: at,
    firedAt: null,
    firedBy: null,
    parts: item.stations.map((station) => ({
      station,
      startedAt: null,
      ready: 0,
      readyAt: null,
      upAt: null,
      heard: {},
    })),
    bumped: 0,
    run: 0,
    runAt: null,
    passAt: null,
    bag: null,
    void: null,
    turnedSeq: 0,
    turnedBy: null,
    stops: [],
    refire: null,
  };
}

/** Reasons the house itself writes into a void; shown to cooks in their language. */
export const HOUSE_VOID = 'conflict';
export const REFIRED = 'refire';

/** Does it count for what the POS ordered? A refire of food that had gone out is extra. */
function isOrdered(batch: Batch): boolean {
  return batch.refire === null || batch.refire.isStandIn;
}

export function isCounted(batch: Batch): boolean {
  return isLive(batch) && isOrdered(batch);
}

/** Ordered food that a put took off: another line may turn out to have it, or the dish comes back. */
export function wasVoidedByPos(batch: Batch): boolean {
  if (batch.void === null || !isOrdered(batch)) return false;
  return batch.void.reason !== HOUSE_VOID && batch.void.reason !== REFIRED;
}

export function countedQuantity(item: Item): number {
  return rounded(item.batches.filter(isCounted).reduce((sum, batch) => sum + batch.quantity, 0));
}

/** Struck on some screen and read by nobody: as if it had never gone. */
export function isUnseenVoid(batch: Batch): boolean {
  return wasVoidedByPos(batch) && batch.void?.isSeen === false;
}

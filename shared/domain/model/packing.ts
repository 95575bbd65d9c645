import type { Batch, Item } from './food.ts';
import { countsForCourse, isReady } from './progress.ts';
import type { Ticket, TicketHead } from './ticket.ts';

/** Beyond it nobody carries them, and a screen has no room for their numbers. */
export const MOST_BAGS = 20;

/** Channels whose orders without a table are eaten here. */
const EATEN_HERE: ReadonlySet<string> = new Set(['dine_in', 'bar']);

/** Rule H2: does it leave the house in a bag? */
export function isPackedFor({
  table,
  channel,
  pickup,
}: Pick<TicketHead, 'table' | 'channel' | 'pickup'>): boolean {
  return table === null && (pickup !== null || !EATEN_HERE.has(channel));
}

interface Portion {
  readonly item: Item;
  readonly batch: Batch;
}

/** Food that the order is made of: not what was voided, nor an on-call dish that nobody has called. */
export function foodToPack(ticket: Ticket): Portion[] {
  return ticket.items.flatMap((item) =>
    item.batches.filter((batch) => countsForCourse(item, batch)).map((batch) => ({ item, batch })),
  );
}

export function isWhollyPacked(ticket: Ticket): boolean {
  const food = foodToPack(ticket);
  return food.length > 0 && food.every(({ batch }) => batch.bag !== null);
}

export function isWhollyReady(ticket: Ticket): boolean {
  const food = foodToPack(ticket);
  return food.length > 0 && food.every(({ batch }) => isReady(batch));
}

/** Packed, and nobody has it yet: neither the guest nor, as not collected, the house. */
export function waitsOnShelf({ handoff }: Ticket): boolean {
  return (
    handoff !== null &&
    handoff.packedAt !== null &&
    handoff.handedOverAt === null &&
    handoff.returnedAt === null
  );
}

/** When nobody comes for it any more: so long after it was promised and packed, whichever was later. null: it does not wait. */
export function givenUpAt(ticket: Ticket, waitMs: number): number | null {
  const packedAt = ticket.handoff?.packedAt ?? null;
  if (packedAt === null || !waitsOnShelf(ticket) || isFetched(ticket)) return null;
  return Math.max(packedAt, ticket.head.promisedAt ?? packedAt) + waitMs;
}

/** Somebody stands there for it. */
export function isFetched({ handoff, head }: Ticket): boolean {
  return (handoff?.courierHereAt ?? head.pickup?.arrivedAt ?? null) !== null;
}

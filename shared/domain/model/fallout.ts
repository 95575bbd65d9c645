import { type DishRef, dishKey, dishOf } from './dish.ts';
import { isLive, isStarted, rounded } from './progress.ts';
import type { State } from './state.ts';
import type { Ticket } from './ticket.ts';

/** What an 86 hits: a ticket with portions of the dish that nobody has started. */
export interface FalloutTicket {
  readonly ticket: Ticket;
  readonly quantity: number;
}

/** In the order the tickets came. */
export function falloutOf(state: State, dish: DishRef): FalloutTicket[] {
  const key = dishKey(dish);
  return [...state.tickets.values()]
    .filter((ticket) => ticket.endedAt === null && !ticket.isLeftFromYesterday)
    .map((ticket) => ({ ticket, quantity: unstarted(ticket, key) }))
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => a.ticket.receivedSeq - b.ticket.receivedSeq);
}

export function unstarted(ticket: Ticket, key: string): number {
  const batches = ticket.items
    .filter((item) => dishKey(dishOf(ticket.source, item.face)) === key)
    .flatMap((item) => item.batches.filter((batch) => isLive(batch) && !isStarted(batch)));
  return rounded(batches.reduce((sum, batch) => sum + batch.quantity, 0));
}

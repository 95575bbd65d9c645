import type { TicketId } from '../../lib/ids.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import type { TileView } from './boardView.ts';
import { headerOf } from './stationTile.ts';

/** A held ticket appears this long before its fire (PRODUCT.md "coming up"). */
export const COMING_UP_MS = 10 * 60_000;

/** An order that waits for its release. */
export interface LaterOrder extends Pick<TileView, 'title' | 'head' | 'customer' | 'externalId'> {
  readonly ticketId: TicketId;
  readonly releaseAt: number;
  readonly promisedAt: number | null;
  readonly portions: number;
}

/** An order not released yet, nothing of it fired. */
export function isLater(ticket: Ticket, now: number): boolean {
  const { releaseAt } = ticket.head;
  if (releaseAt === null || releaseAt - COMING_UP_MS <= now) return false;
  return !ticket.items.some((item) => item.batches.some((batch) => batch.firedAt !== null));
}

/** LATER, by release. `station`: orders with food of it; null: all. */
export function laterList(state: State, station: string | null, now: number): LaterOrder[] {
  return [...state.tickets.values()]
    .filter((ticket) => !ticket.isLeftFromYesterday && isLater(ticket, now))
    .filter(
      (ticket) =>
        station === null || ticket.items.some(({ stations }) => stations.some((one) => one === station)),
    )
    .map((ticket) => {
      const { title, head, customer, externalId } = headerOf(ticket);
      const portions = ticket.items.reduce((sum, item) => sum + item.saidQuantity, 0);
      const { releaseAt, promisedAt } = ticket.head;
      return {
        ticketId: ticket.id,
        title,
        head,
        customer,
        externalId,
        releaseAt: releaseAt ?? 0,
        promisedAt,
        portions,
      };
    })
    .sort((a, b) => a.releaseAt - b.releaseAt);
}

import type { StationId, TicketId } from '../../lib/ids.ts';
import type { Batch } from '../model/food.ts';
import { isFired, isLive, partAt } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';

/** A ticket with food that could be made again. */
export interface Refirable {
  readonly ticket: TicketId;
  readonly title: string;
  readonly number: string;
  /** When its latest food here was fired. */
  readonly firedAt: number;
  readonly dishes: readonly {
    readonly quantity: number;
    readonly name: string;
    readonly names: Readonly<Record<string, string>> | null;
  }[];
}

/** Tickets of which this station (null: any) was told to cook something, on the board or gone within the recall window; latest fire first. */
export function refireList(state: State, station: StationId | null): Refirable[] {
  const list: Refirable[] = [];
  for (const ticket of state.tickets.values()) {
    const entry = ticket.isLeftFromYesterday ? null : refirable(ticket, station);
    if (entry) list.push(entry);
  }
  return list.sort((a, b) => b.firedAt - a.firedAt || (a.ticket < b.ticket ? -1 : 1));
}

function refirable(ticket: Ticket, station: StationId | null): Refirable | null {
  const isHere = (batch: Batch) =>
    isLive(batch) && isFired(batch) && (station === null || partAt(batch, station) !== undefined);
  const food = ticket.items.flatMap((item) => item.batches.filter(isHere).map((batch) => ({ item, batch })));
  if (food.length === 0) return null;
  return {
    ticket: ticket.id,
    title: titleOf(ticket.head),
    number: ticket.head.number,
    firedAt: Math.max(...food.map(({ batch }) => batch.firedAt ?? 0)),
    dishes: food.map(({ item, batch }) => ({
      quantity: batch.quantity,
      name: item.face.name,
      names: item.face.names,
    })),
  };
}

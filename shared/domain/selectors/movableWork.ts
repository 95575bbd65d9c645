import type { ItemId, StationId, TicketId } from '../../lib/ids.ts';
import { isLive, isWorkAt, stageOf } from '../model/progress.ts';
import type { State } from '../model/state.ts';

/** One dish's work at a station, for MOVE TO STATION. */
export interface MovableDish {
  readonly key: string;
  readonly item: ItemId;
  readonly batch: number;
  readonly quantity: number;
  readonly name: string;
  readonly names: Readonly<Record<string, string>> | null;
  readonly seats: readonly number[];
  readonly isHeld: boolean;
}

export interface MovableWork {
  readonly station: StationId;
  readonly dishes: readonly MovableDish[];
}

/** What the stations of a ticket still have to make or hold, station by station; a void that nobody has seen is not food to move by hand. */
export function movableWork(state: State, id: TicketId): MovableWork[] {
  const ticket = state.tickets.get(id);
  if (!ticket) return [];
  const work = new Map<StationId, MovableDish[]>();
  for (const item of ticket.items) {
    for (const batch of item.batches.filter(isLive)) {
      for (const { station } of batch.parts) {
        if (!isWorkAt(batch, station)) continue;
        const { name, names, seat, seats } = item.face;
        const dish: MovableDish = {
          key: `${item.id}/${batch.n}`,
          item: item.id,
          batch: batch.n,
          quantity: batch.quantity,
          name,
          names,
          seats: seats ?? (seat === null ? [] : [seat]),
          isHeld: stageOf(batch) === 'held',
        };
        work.set(station, [...(work.get(station) ?? []), dish]);
      }
    }
  }
  return [...work].map(([station, dishes]) => ({ station, dishes }));
}

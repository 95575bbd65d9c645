import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import type { State } from '../../shared/domain/model/state.ts';
import { grill } from './house.ts';
import { type Screen, SyncBench } from './syncBench.ts';

/** One ticket, its soup on the grill and its steak held. */
export function benchWith(): SyncBench {
  const bench = new SyncBench();
  bench.hub.put({
    id: 'T1',
    items: [
      { id: 'soup', course: 1 },
      { id: 'steak', course: 2 },
    ],
  });
  return bench;
}

export const bump = ({ client }: Screen): ScreenCommand => {
  const [ticket] = [...client.view().tickets.values()];
  const [soup] = ticket?.items ?? [];
  if (!ticket || !soup) throw new Error('nothing to bump');
  const portions = [{ item: soup.id, batch: 1, quantity: 1 }];
  return { type: 'item.bump', ticket: ticket.id, station: grill, portions, seen: client.view().seq };
};

export const fire = ({ client }: Screen): ScreenCommand => {
  const [ticket] = [...client.view().tickets.values()];
  if (!ticket) throw new Error('nothing to fire');
  return { type: 'course.fire', ticket: ticket.id, course: 2 };
};

export const readyIn = (state: State): number => {
  const [ticket] = [...state.tickets.values()];
  return ticket?.items[0]?.batches[0]?.parts[0]?.ready ?? -1;
};

import type { NotDone } from '../../../../renderer/app/screenPort.ts';
import { CommandId } from '../../../../shared/lib/ids.ts';
import { grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { evening } from './night.ts';

const screen = '/kitchen/grill';

/** Bumps made while the hub was away, which it refused when it was back; one of a ticket that has gone meanwhile. */
function refusedMeanwhile(house: House): NotDone[] {
  const entries = ['T-10', 'T-12'].map((name, index): NotDone => {
    const ticket = house.ticket(name);
    const portions = ticket.items.map(({ id: item }) => ({ item, batch: 1, quantity: 1 }));
    const common = { ticket: ticket.id, station: grill, portions, seen: 1 };
    return {
      id: CommandId.parse(`refused-${index}`),
      ticket: ticket.id,
      title: ticket.head.table,
      at: house.now - (3 - index) * MINUTE,
      code: index === 0 ? 'superseded' : 'too_late',
      command:
        index === 0
          ? { type: 'ticket.bump', ...common, voids: [], changes: [] }
          : { type: 'item.recall', ...common, undo: false },
    };
  });
  const [first] = entries;
  if (!first) return [];
  const gone: NotDone = {
    ...first,
    id: CommandId.parse('refused-gone'),
    ticket: null,
    title: null,
    code: 'not_found',
  };
  return [...entries, gone];
}

export const stationScenes: readonly HouseScene[] = [
  {
    name: 'not-done-one',
    screen,
    make: evening,
    notDone: (house) => refusedMeanwhile(house).slice(0, 1),
  },
  { name: 'not-done', screen, make: evening, notDone: refusedMeanwhile },
  {
    name: 'not-done-list',
    screen,
    make: evening,
    notDone: refusedMeanwhile,
    steps: ['[data-testid=not-done-line]'],
  },
];

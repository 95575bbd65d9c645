import { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { DishRef } from '../../shared/domain/model/dish.ts';
import { NO_STATION } from '../../shared/lib/ids.ts';
import { cook, expo, fry, grill, pos } from './house.ts';
import { RandomNight } from './randomNight.ts';

/** A random night on which the house moves too: dishes run out, tables leave, stations close, tickets are rushed and handed over. */
export class HouseNight extends RandomNight {
  override step(): void {
    if (this.chance(0.3)) this.pick(this.moves())?.();
    super.step();
  }

  private moves(): (() => unknown)[] {
    const { house } = this;
    const dish: DishRef = {
      source: 'pos',
      menuItemId: null,
      name: this.pick(['Soup', 'Ribeye', 'Bass', 'Fries']) ?? 'Soup',
    };
    const table = this.pick(['1', '2', '3']) ?? '1';
    const ticket = this.pick([...house.state.tickets.values()]);
    const item = ticket && this.pick(ticket.items);
    const batch = item && this.pick(item.batches);
    const until = this.chance(0.3) ? house.now + 60_000 : null;
    const moves: (() => unknown)[] = [
      () => house.say({ type: 'menuItem.eightySix', dish, untilRestored: this.chance(0.3) }, cook(grill)),
      () => house.say({ type: 'menuItem.restore', dish }, expo),
      () =>
        house.say(
          { type: 'menuItem.count', dish, remaining: this.pick([0, 1, 5, 20]) ?? 5, untilRestored: false },
          expo,
        ),
      () =>
        house.say(
          {
            type: 'availability.put',
            source: 'pos',
            revision: null,
            digest: String(this.random()),
            items: [{ id: 'none', available: this.chance(0.5), remaining: this.pick([null, 3]) ?? null }],
          },
          pos,
        ),
      () => house.say({ type: 'table.hold', table, reason: null, until }, expo),
      () => house.say({ type: 'table.resume', table }, expo),
      () => this.reconfigure(),
    ];
    if (!ticket) return moves;
    const here = { ticket: ticket.id, seen: house.seq } as const;
    const step = this.pick(['packed', 'courier_here', 'handed_over', 'returned'] as const) ?? 'packed';
    moves.push(
      () =>
        house.say(
          { type: 'ticket.rush', ticket: ticket.id, priority: this.chance(0.6) ? 'rush' : 'normal' },
          expo,
        ),
      () => house.say({ type: 'ticket.handoff', ticket: ticket.id, step, isOn: this.chance(0.7) }, expo),
    );
    if (item && batch) {
      const portions = [{ item: item.id, batch: batch.n }];
      const from = this.pick([grill, fry, NO_STATION]) ?? grill;
      const to = this.pick([grill, fry]) ?? fry;
      moves.push(() => house.say({ type: 'part.move', ...here, portions, from, to }, expo));
    }
    return moves;
  }

  private reconfigure(): void {
    const { house } = this;
    const isClosed = { grill: this.chance(0.4), fry: this.chance(0.2) };
    const config = HouseConfig.parse({
      ...house.config,
      stations: house.config.stations.map((station) => ({
        ...station,
        state: isClosed[station.id as 'grill' | 'fry'] ? 'closed' : 'open',
      })),
    });
    const version = house.state.configVersion + 1;
    const outcome = house.say({ type: 'config.put', version, config }, { kind: 'house' });
    if (outcome !== 'applied') throw new Error(`a configuration was refused: ${outcome}`);
    house.config = config;
  }
}

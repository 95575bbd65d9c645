import type { Event, EventOf } from '../domain/events/event.ts';
import type { ItemId, StationId } from '../lib/ids.ts';

/**
 * What a press does dish by dish, `item.started` and `item.bumped` after each other, as one flat row: item, the POS's id, kind, batch and
 * quantity, five a dish. Half of all events of a night are these two, and a screen reads the row in a tenth of the time.
 */
export interface PackedDishes {
  readonly type: typeof DISHES;
  readonly row: ReadonlyArray<string | number>;
  /** Of every `item.bumped` among them. */
  readonly stations?: readonly StationId[];
}

type OfDish = EventOf<'item.started' | 'item.bumped'>;
type Around = Pick<Event, 'seq' | 'id' | 'at' | 'v' | 'by' | 'cmd'> & Pick<OfDish, 'ticket'>;

export const DISHES = 'dishes';
const WIDTH = 5;
const STARTED = 1;
const BUMPED = 2;
/** Started and bumped by the same press. */
const BOTH = 3;

/** How many events from `from` on fit into one row: of one press, with the ids their place gives them, at the same stations. */
export function dishesFrom(epochN: number, events: readonly Event[], from: number): OfDish[] {
  const taken: OfDish[] = [];
  let stations: string | null = null;
  for (let at = from; ; at += 1) {
    const event = events[at];
    if (event === undefined || (event.type !== 'item.started' && event.type !== 'item.bumped')) return taken;
    if (event.id !== `${epochN}-${event.seq}` || !isOfOnePress(taken[0] ?? event, event)) return taken;
    if (event.type === 'item.bumped') {
      const named = event.stations.join();
      if (stations !== null && named !== stations) return taken;
      stations = named;
    }
    taken.push(event);
  }
}

function isOfOnePress(one: OfDish, other: OfDish): boolean {
  return (
    one.cmd === other.cmd &&
    one.ticket === other.ticket &&
    one.at === other.at &&
    one.by === other.by &&
    one.v === other.v
  );
}

export function packDishes(events: readonly OfDish[]): PackedDishes {
  const row: Array<string | number> = [];
  let stations: readonly StationId[] | undefined;
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at];
    if (event === undefined) break;
    const next = events[at + 1];
    if (event.type === 'item.bumped')
      row.push(event.item, event.external, BUMPED, event.batch, event.quantity);
    else if (next?.type === 'item.bumped' && next.item === event.item && next.external === event.external) {
      row.push(event.item, event.external, BOTH, next.batch, next.quantity);
      at += 1;
    } else row.push(event.item, event.external, STARTED, 0, 0);
    const bumped = event.type === 'item.bumped' ? event : next;
    if (bumped?.type === 'item.bumped') stations ??= bumped.stations;
  }
  return { type: DISHES, row, ...(stations ? { stations } : {}) };
}

export function countDishes(row: PackedDishes['row']): number {
  let count = 0;
  for (let at = 2; at < row.length; at += WIDTH) count += row[at] === BOTH ? 2 : 1;
  return count;
}

/** The events of a row onto `events`, the first of them `around.seq`. Throws on a row that is none. */
export function unpackDishes(
  { row, stations = [] }: PackedDishes,
  around: Around,
  epochN: number,
  events: Event[],
): void {
  const { at, v, by, cmd, ticket } = around;
  let { seq } = around;
  const shared = [...stations];
  for (let place = 0; place < row.length; place += WIDTH) {
    const [item, external, kind] = [row[place] as ItemId, row[place + 1] as string, row[place + 2]];
    const [batch, quantity] = [row[place + 3], row[place + 4]];
    if (typeof batch !== 'number' || typeof quantity !== 'number')
      throw new Error('a row of dishes that is none');
    if (kind !== BUMPED) {
      const id = `${epochN}-${seq}`;
      events.push({ seq, id, at, v, by, cmd, type: 'item.started', ticket, item, external });
      seq += 1;
    }
    if (kind === STARTED) continue;
    const id = `${epochN}-${seq}`;
    events.push({
      seq,
      id,
      at,
      v,
      by,
      cmd,
      type: 'item.bumped',
      ticket,
      item,
      external,
      batch,
      quantity,
      stations: shared,
    });
    seq += 1;
  }
}

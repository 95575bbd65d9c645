import { BatchMap, type PersistentMap } from '../../lib/persistentMap.ts';
import type { Event, EventOf, EventType } from '../events/event.ts';
import type { Item } from '../model/food.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { reduce } from './reduce.ts';
import { reduceOnCourse } from './reduceCourse.ts';
import { bumpedBy, reduceOnFood } from './reduceFood.ts';
import { reduceOnTicket } from './reduceTicket.ts';
import { ticketOf, withTicket } from './tables.ts';

/** Events of one open ticket that neither open, close nor move it: a row of them makes one new ticket and one new state. */
type Steady = EventOf<
  | 'part.started'
  | 'item.started'
  | 'part.bumped'
  | 'item.bumped'
  | 'food.run'
  | 'course.ready'
  | 'course.run'
  | 'ticket.listed'
  | 'ticket.painted'
  | 'ticket.heard'
  | 'ticket.ready'
  | 'ticket.run'
>;

type OfDish = EventOf<'item.started' | 'item.bumped'>;

const STEADY: ReadonlySet<EventType> = new Set<Steady['type']>([
  'part.started',
  'item.started',
  'part.bumped',
  'item.bumped',
  'food.run',
  'course.ready',
  'course.run',
  'ticket.listed',
  'ticket.painted',
  'ticket.heard',
  'ticket.ready',
  'ticket.run',
]);

/**
 * Events that were decided together, oldest first: what `reduce` makes of them one by one, at a third of the cost. One press is twenty
 * events of one ticket, and thirty screens read each of them. Throws as `reduce` does, and then nothing has changed.
 */
export function reduceBatch(state: State, events: readonly Event[]): State {
  let next = withTables(state, (table) => new BatchMap(table));
  for (let at = 0; at < events.length; ) {
    const row = steadyRow(events, at);
    const event = events[at];
    if (row.length > 0) next = reduceRow(next, row);
    else if (event !== undefined) next = reduce(next, event);
    at += Math.max(row.length, 1);
  }
  // A day's opening brings tables of its own.
  return withTables(next, (table) => (table instanceof BatchMap ? table.persisted() : table));
}

type Turn = <K extends string, V>(table: PersistentMap<K, V>) => PersistentMap<K, V>;

/** The tables that an event may copy; only the batch itself may look at a state whose tables are changed in place. */
function withTables(state: State, turn: Turn): State {
  const { tickets, ticketIndex, places } = state;
  return { ...state, tickets: turn(tickets), ticketIndex: turn(ticketIndex), places: turn(places) };
}

/** The steady events of one ticket that stand together from here. */
function steadyRow(events: readonly Event[], from: number): Steady[] {
  const row: Steady[] = [];
  for (let at = from; ; at += 1) {
    const event = events[at];
    if (event === undefined || !isSteady(event)) return row;
    if (row[0] !== undefined && event.ticket !== row[0].ticket) return row;
    row.push(event);
  }
}

function isSteady(event: Event): event is Steady {
  return STEADY.has(event.type);
}

function reduceRow(state: State, row: readonly Steady[]): State {
  let ticket: Ticket | null = null;
  for (let at = 0; at < row.length; ) {
    const event = row[at];
    if (event === undefined) break;
    ticket ??= ticketOf(state, event.ticket);
    const dishes = dishesFrom(row, at);
    ticket = dishes.length > 0 ? withDishes(ticket, dishes) : reduceStep(ticket, event);
    at += Math.max(dishes.length, 1);
  }
  const last = row.at(-1);
  if (ticket === null || last === undefined) return state;
  return { ...withTicket(state, ticket), seq: last.seq, at: last.at };
}

function reduceStep(ticket: Ticket, event: Steady): Ticket {
  switch (event.type) {
    case 'part.started':
    case 'part.bumped':
    case 'food.run':
    case 'item.started':
    case 'item.bumped':
      return reduceOnFood(ticket, event);
    case 'course.ready':
    case 'course.run':
      return reduceOnCourse(ticket, event);
    default:
      return reduceOnTicket(ticket, event);
  }
}

function dishesFrom(row: readonly Steady[], from: number): OfDish[] {
  const dishes: OfDish[] = [];
  for (let at = from; ; at += 1) {
    const event = row[at];
    if (event === undefined || (event.type !== 'item.started' && event.type !== 'item.bumped')) return dishes;
    dishes.push(event);
  }
}

/** Dish after dish, as a press names them: each is copied once. */
function withDishes(ticket: Ticket, events: readonly OfDish[]): Ticket {
  const items = ticket.items.slice();
  for (let at = 0; at < events.length; ) {
    const end = endOfDish(events, at);
    const place = items.findIndex(({ id }) => id === events[at]?.item);
    const item = items[place];
    if (item !== undefined) items[place] = withDish(item, events, at, end);
    else if (events.slice(at, end).some(({ type }) => type === 'item.started'))
      throw new Error(`broken invariant: ticket ${ticket.id} has no item ${events[at]?.item}`);
    at = end;
  }
  return { ...ticket, items };
}

function endOfDish(events: readonly OfDish[], from: number): number {
  let end = from + 1;
  while (end < events.length && events[end]?.item === events[from]?.item) end += 1;
  return end;
}

function withDish(item: Item, events: readonly OfDish[], from: number, end: number): Item {
  let { startedAt, batches } = item;
  for (let at = from; at < end; at += 1) {
    const event = events[at];
    if (event?.type === 'item.started') startedAt ??= event.at;
    else if (event !== undefined)
      batches = batches.map((batch) => (batch.n === event.batch ? bumpedBy(batch, event) : batch));
  }
  return { ...item, startedAt, batches };
}

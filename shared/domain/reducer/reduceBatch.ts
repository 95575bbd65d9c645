import { BatchMap, type PersistentMap } from '../../lib/persistentMap.ts';
import type { Event, EventOf, EventType } from '../events/event.ts';
import type { Item } from '../model/food.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { reduce } from './reduce.ts';
import { reduceOnAllergy } from './reduceAllergy.ts';
import { reduceOnCourse } from './reduceCourse.ts';
import { bumpedBy, reduceOnFood } from './reduceFood.ts';
import { reduceOnTicket } from './reduceTicket.ts';
import { addTicket, changedBatches, type MadeBatches, ticketOf, withTicket } from './tables.ts';

/** Events of one open ticket that neither close nor move it: a row of them makes one new ticket and one new state. */
type Steady = EventOf<
  | 'allergy.possible'
  | 'allergy.added'
  | 'allergy.conflict'
  | 'allergy.heard'
  | 'course.fired'
  | 'item.fired'
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
  | 'ticket.ended'
>;
/** Begins a row: what comes after it is of the ticket that it brings. */
type Received = EventOf<'ticket.received'>;

type OfDish = EventOf<'item.started' | 'item.bumped'>;

const STEADY: ReadonlySet<EventType> = new Set<Steady['type']>([
  'allergy.possible',
  'allergy.added',
  'allergy.conflict',
  'allergy.heard',
  'course.fired',
  'item.fired',
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
  'ticket.ended',
]);

/**
 * Events that were decided together, oldest first: what `reduce` makes of them one by one, at a third of the cost. One press is twenty
 * events of one ticket, and thirty screens read each of them. Throws as `reduce` does, and then nothing has changed.
 */
export function reduceBatch(state: State, events: readonly Event[]): State {
  let next = withTables(state, (table) => new BatchMap(table));
  for (let at = 0; at < events.length; ) {
    const event = events[at];
    if (event === undefined) break;
    const end = endOfRow(events, at);
    if (end === at) next = reduce(next, event);
    else next = reduceRow(next, events, at, end);
    at = Math.max(end, at + 1);
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

/** Behind the last of the events of one ticket that stand together from here; where it is `from` there is no row. */
function endOfRow(events: readonly Event[], from: number): number {
  const first = events[from];
  if (first === undefined) return from;
  const id = first.type === 'ticket.received' ? first.record.id : isSteady(first) ? first.ticket : null;
  if (id === null) return from;
  for (let at = from + 1; ; at += 1) {
    const event = events[at];
    if (event === undefined || !isSteady(event) || event.ticket !== id) return at;
  }
}

function isSteady(event: Event): event is Steady {
  return STEADY.has(event.type);
}

function reduceRow(state: State, events: readonly Event[], from: number, end: number): State {
  const [first, last] = [events[from] as Received | Steady, events[end - 1] as Received | Steady];
  const isNew = first.type === 'ticket.received';
  let ticket = isNew ? first.record : ticketOf(state, first.ticket);
  for (let at = isNew ? from + 1 : from; at < end; ) {
    // `endOfRow` has looked.
    const event = events[at] as Steady;
    const dishesEnd = isOfDish(event) ? endOfDishes(events, at, end) : at;
    ticket = dishesEnd > at ? withDishes(ticket, events, at, dishesEnd) : reduceStep(ticket, event);
    at = Math.max(dishesEnd, at + 1);
  }
  const made = isNew ? addTicket(state, ticket) : withTicket(state, ticket);
  return { ...made, seq: last.seq, at: last.at };
}

function reduceStep(ticket: Ticket, event: Steady): Ticket {
  switch (event.type) {
    case 'part.started':
    case 'part.bumped':
    case 'food.run':
    case 'item.started':
    case 'item.bumped':
      return reduceOnFood(ticket, event);
    case 'course.fired':
    case 'item.fired':
    case 'course.ready':
    case 'course.run':
      return reduceOnCourse(ticket, event);
    case 'allergy.possible':
    case 'allergy.added':
    case 'allergy.conflict':
    case 'allergy.heard':
      return reduceOnAllergy(ticket, event);
    default:
      return reduceOnTicket(ticket, event);
  }
}

function isOfDish({ type }: Event): boolean {
  return type === 'item.started' || type === 'item.bumped';
}

function endOfDishes(events: readonly Event[], from: number, most: number): number {
  let end = from;
  while (end < most && isOfDish(events[end] as Steady)) end += 1;
  return end;
}

/** Dish after dish, as a press names them: each is copied once. */
function withDishes(ticket: Ticket, events: readonly Event[], from: number, end: number): Ticket {
  const items = ticket.items.slice();
  const made: MadeBatches<Bumped>[] = [];
  for (let at = from; at < end; ) {
    const first = events[at] as OfDish;
    const dishEnd = endOfDish(events, at, end);
    const place = items.findIndex(({ id }) => id === first.item);
    const item = items[place];
    if (item !== undefined) items[place] = withDish(item, events, at, dishEnd, made);
    else if (events.slice(at, dishEnd).some(({ type }) => type === 'item.started'))
      throw new Error(`broken invariant: ticket ${ticket.id} has no item ${first.item}`);
    at = dishEnd;
  }
  return { ...ticket, items };
}

function endOfDish(events: readonly Event[], from: number, most: number): number {
  const { item } = events[from] as OfDish;
  let end = from + 1;
  while (end < most && (events[end] as OfDish).item === item) end += 1;
  return end;
}

interface Bumped {
  readonly item: OfDish['item'];
  readonly batch: number;
  readonly quantity: number;
  readonly at: number;
}

function withDish(
  item: Item,
  events: readonly Event[],
  from: number,
  end: number,
  made: MadeBatches<Bumped>[],
): Item {
  let { startedAt, batches } = item;
  for (let at = from; at < end; at += 1) {
    const event = events[at] as OfDish;
    if (event.type === 'item.started') startedAt ??= event.at;
    else {
      const { item: id, batch, quantity, at: bumpedAt } = event;
      batches = changedBatches(batches, { item: id, batch, quantity, at: bumpedAt }, bumpedBy, made);
    }
  }
  return { ...item, startedAt, batches };
}

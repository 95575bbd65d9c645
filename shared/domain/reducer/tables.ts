import type { ItemId, TicketId } from '../../lib/ids.ts';
import type { Batch, Item } from '../model/food.ts';
import { placesOf } from '../model/places.ts';
import { outsideKey, type State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';

/** The few ways an event touches the tables. An event about a ticket that is not here is a broken invariant: it throws. */

export function ticketOf(state: State, id: TicketId): Ticket {
  const ticket = state.tickets.get(id);
  if (!ticket) throw new Error(`broken invariant: an event names ticket ${id}, which is not open`);
  return ticket;
}

export function withTicket(state: State, ticket: Ticket): State {
  const known = state.tickets.get(ticket.id);
  const tickets = state.tickets.with(ticket.id, ticket);
  const places = known && isWhereItWas(known, ticket) ? state.places : moved(state.places, known, ticket);
  return { ...state, tickets, places };
}

function isWhereItWas(was: Ticket, is: Ticket): boolean {
  if (was.head !== is.head || (was.endedAt === null) !== (is.endedAt === null)) return false;
  return was.items === is.items || (!was.items.some(isClaiming) && !is.items.some(isClaiming));
}

const isClaiming = ({ claim }: Item) => claim !== null;

function moved(places: State['places'], from: Ticket | undefined, to: Ticket | undefined): State['places'] {
  const left = from ? placesOf(from) : [];
  const come = to ? placesOf(to) : [];
  const id = (to ?? from)?.id;
  let next = places;
  for (const place of left) {
    if (come.includes(place)) continue;
    const others = (next.get(place) ?? []).filter((one) => one !== id);
    next = others.length > 0 ? next.with(place, others) : next.without(place);
  }
  for (const place of come) {
    if (!left.includes(place) && id !== undefined) next = next.with(place, [...(next.get(place) ?? []), id]);
  }
  return next;
}

export function changeTicket(state: State, id: TicketId, change: (ticket: Ticket) => Ticket): State {
  return withTicket(state, change(ticketOf(state, id)));
}

export function addTicket(state: State, ticket: Ticket): State {
  const key = outsideKey(ticket.source, ticket.externalId);
  const known = state.ticketIndex.get(key);
  const ids = known === undefined ? [ticket.id] : placedByDay(state, known, ticket);
  return { ...withTicket(state, ticket), ticketIndex: state.ticketIndex.with(key, ids) };
}

function placedByDay(state: State, ids: readonly TicketId[], ticket: Ticket): TicketId[] {
  const others = ids.filter((id) => id !== ticket.id);
  const later = others.findIndex((id) => ticketOf(state, id).day > ticket.day);
  others.splice(later === -1 ? others.length : later, 0, ticket.id);
  return others;
}

export function removeTicket(state: State, id: TicketId): State {
  const ticket = ticketOf(state, id);
  const key = outsideKey(ticket.source, ticket.externalId);
  const ids = (state.ticketIndex.get(key) ?? []).filter((other) => other !== id);
  const ticketIndex = ids.length > 0 ? state.ticketIndex.with(key, ids) : state.ticketIndex.without(key);
  const places = moved(state.places, ticket, undefined);
  return { ...state, tickets: state.tickets.without(id), ticketIndex, places };
}

export function changeItem(ticket: Ticket, id: ItemId, change: (item: Item) => Item): Ticket {
  let isFound = false;
  const items = ticket.items.map((item) => {
    if (item.id !== id) return item;
    isFound = true;
    return change(item);
  });
  if (!isFound) throw new Error(`broken invariant: ticket ${ticket.id} has no item ${id}`);
  return { ...ticket, items };
}

/** Records that stand as given: known ids are replaced, new ones come behind. */
export function withItems(ticket: Ticket, records: readonly Item[]): Ticket {
  const given = new Map(records.map((record) => [record.id, record]));
  const items = ticket.items.map((item) => given.get(item.id) ?? item);
  const known = new Set(ticket.items.map((item) => item.id));
  return { ...ticket, items: [...items, ...records.filter((record) => !known.has(record.id))] };
}

interface PortionRef {
  readonly item: ItemId;
  readonly batch: number;
}

/**
 * Applies a change to each batch named; the change also gets the reference, which may carry a count. Lines that shared their batches share
 * what becomes of them where the references say the same (see `UntouchedFood`): a screen holds hundreds of tickets, and most of each is
 * lines of one count at one station.
 */
export function changeBatches<P extends PortionRef>(
  ticket: Ticket,
  portions: readonly P[],
  change: (batch: Batch, portion: P) => Batch,
): Ticket {
  if (portions.length === 0) return ticket;
  const items = ticket.items.slice();
  const made: MadeBatches<P>[] = [];
  for (const portion of portions) {
    const at = items.findIndex(({ id }) => id === portion.item);
    const item = items[at];
    if (item === undefined) continue;
    items[at] = { ...item, batches: changedBatches(item.batches, portion, change, made) };
  }
  return { ...ticket, items };
}

/** What the batches of a line became. */
export interface MadeBatches<P> {
  readonly from: Batch[];
  readonly portion: P;
  readonly to: Batch[];
}

/** `made`: what was changed together with it before; what became of the same there is taken, and what is new noted. */
export function changedBatches<P extends PortionRef>(
  from: Batch[],
  portion: P,
  change: (batch: Batch, portion: P) => Batch,
  made: MadeBatches<P>[],
): Batch[] {
  const known = made.find((one) => one.from === from && isSameOfAnother(one.portion, portion));
  if (known) return known.to;
  const to = from.map((batch) => (batch.n === portion.batch ? change(batch, portion) : batch));
  made.push({ from, portion, to });
  return to;
}

/** All but the line itself. */
function isSameOfAnother<P extends PortionRef>(one: P, other: P): boolean {
  for (const member in one) if (member !== 'item' && one[member] !== other[member]) return false;
  return true;
}

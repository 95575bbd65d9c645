import type { StationId } from '../../lib/ids.ts';
import type { EventOf } from '../events/event.ts';
import type { Batch, Item, Part } from '../model/food.ts';
import { rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { withMarksTakenBack, withVersions } from './marks.ts';
import { withPassMoved } from './reducePass.ts';
import { changeBatches, changeItem, changeTicket, ticketOf, withItems, withTicket } from './tables.ts';

type FoodEvent = EventOf<
  | 'part.moved'
  | 'part.started'
  | 'item.started'
  | 'part.bumped'
  | 'item.bumped'
  | 'part.recalled'
  | 'item.recalled'
  | 'food.run'
  | 'food.run_undone'
  | 'item.voided'
  | 'item.restored'
  | 'item.moved'
  | 'item.refired'
  | 'food.asked'
  | 'food.answered'
>;

export function reduceFood(state: State, event: FoodEvent): State {
  switch (event.type) {
    case 'item.moved':
      return event.tickets.map(withMarksTakenBack).reduce(withTicket, state);
    case 'food.answered': {
      const answered = event.tickets.map(withMarksTakenBack).reduce(withTicket, state);
      const before = ticketOf(state, event.ticket);
      return changeTicket(answered, event.ticket, (ticket) =>
        withVersions(ticket, before, event.stations, event),
      );
    }
    default:
      return changeTicket(state, event.ticket, (ticket) => reduceOnFood(ticket, event));
  }
}

export function reduceOnFood(
  ticket: Ticket,
  event: Exclude<FoodEvent, EventOf<'item.moved' | 'food.answered'>>,
): Ticket {
  switch (event.type) {
    case 'part.moved': {
      const moved = withPassMoved(movedParts(ticket, event), event.from, event.to);
      return withVersions(moved, ticket, event.stations, event);
    }
    case 'part.started':
      return changeBatches(ticket, event.portions, (batch) =>
        withPart(batch, event.station, (part) => ({ ...part, startedAt: part.startedAt ?? event.at })),
      );
    case 'item.started':
      return changeItem(ticket, event.item, (item) => ({ ...item, startedAt: item.startedAt ?? event.at }));
    case 'part.bumped':
      return changeBatches(ticket, event.portions, (batch, portion) =>
        withPart(batch, event.station, (part) => ({
          ...part,
          startedAt: part.startedAt ?? event.at,
          ready: portion.quantity,
          readyAt: portion.quantity >= batch.quantity ? event.at : null,
          upAt: part.upAt ?? event.at,
        })),
      );
    case 'item.bumped':
      return changeBatches(ticket, [event], (batch) => bumpedBy(batch, event));
    case 'part.recalled': {
      const recalled = changeBatches(ticket, event.parts, (batch, { station, quantity }) => ({
        ...withPart(batch, station, (part) => ({
          ...part,
          ready: quantity,
          readyAt: null,
          upAt: quantity > 0 ? part.upAt : null,
        })),
        turnedSeq: event.seq,
        turnedBy: event.screen,
      }));
      return withMarksTakenBack(withVersions(recalled, ticket, event.stations, event));
    }
    case 'item.recalled':
      return withMarksTakenBack(
        changeBatches(ticket, [event], (batch) => {
          const bumped = rounded(batch.bumped - event.quantity);
          const run = Math.min(batch.run, bumped);
          return { ...batch, bumped, run, runAt: run < batch.quantity ? null : batch.runAt, bag: null };
        }),
      );
    case 'food.run':
      return changeBatches(ticket, event.portions, (batch, portion) => ({
        ...batch,
        run: portion.quantity,
        runAt: portion.quantity >= batch.quantity ? event.at : null,
      }));
    case 'food.run_undone':
      return withMarksTakenBack(
        changeBatches(ticket, event.portions, (batch, { quantity }) => ({
          ...batch,
          run: quantity,
          runAt: null,
          turnedSeq: event.seq,
          turnedBy: event.screen,
        })),
      );
    case 'item.voided':
    case 'item.restored':
    case 'item.refired':
      return withMarksTakenBack(
        withVersions(withItems(ticket, [event.record]), ticket, event.stations, event),
      );
    case 'food.asked':
      return { ...ticket, questions: [...ticket.questions, event.question] };
    default:
      return event satisfies never;
  }
}

/** The pass clock starts with the first plate that comes to an empty place; later ones of the dish stand beside it. */
export function bumpedBy(
  batch: Batch,
  { quantity, at }: Pick<EventOf<'item.bumped'>, 'quantity' | 'at'>,
): Batch {
  const passAt = batch.bumped > batch.run ? batch.passAt : at;
  return { ...batch, bumped: rounded(batch.bumped + quantity), passAt };
}

function movedParts(ticket: Ticket, event: EventOf<'part.moved'>): Ticket {
  const { from, to } = event;
  const renamed = (stations: readonly StationId[]) => [
    ...new Set(stations.map((station) => (station === from ? to : station))),
  ];
  const moved = changeBatches(ticket, event.portions, (batch) => ({
    ...batch,
    parts: partsMoved(batch.parts, event),
    void: batch.void && { ...batch.void, owedBy: renamed(batch.void.owedBy) },
  }));
  const named = new Set(event.portions.map((portion) => portion.item));
  const items = moved.items.map((item) => {
    if (!named.has(item.id)) return item;
    const change = item.change && { ...item.change, owedBy: renamed(item.change.owedBy) };
    return {
      ...item,
      change,
      stations: stationsAtWork(item),
      standsInFor: standInsAfter(item, event),
      handedBy: handedByAfter(item, event),
    };
  });
  return { ...moved, items };
}

function standInsAfter(item: Item, { from, to, standsInFor }: EventOf<'part.moved'>): Item['standsInFor'] {
  const { [from]: inherited, ...others } = item.standsInFor;
  const first = inherited ?? standsInFor;
  return first === null ? others : { ...others, [to]: first };
}

/** The order stays, whoever does the work; a station that has both hands nothing to itself. */
function handedByAfter(item: Item, { from, to }: EventOf<'part.moved'>): Item['handedBy'] {
  const now = (station: StationId) => (station === from ? to : station);
  const links = Object.entries(item.handedBy).map(
    ([station, before]) => [now(station as StationId), now(before)] as const,
  );
  return links.length === 0
    ? item.handedBy
    : Object.fromEntries(links.filter(([station, before]) => station !== before));
}

function stationsAtWork(item: Item): StationId[] {
  return [...new Set(item.batches.flatMap((batch) => batch.parts.map((part) => part.station)))];
}

/** A station that has work on the dish already takes both on as one: it is done when the less finished half is. */
function partsMoved(parts: readonly Part[], { from, to }: EventOf<'part.moved'>): Part[] {
  const going = parts.find((part) => part.station === from);
  if (!going) return [...parts];
  const there = parts.find((part) => part.station === to);
  const arrived: Part = there
    ? { ...there, ready: Math.min(there.ready, going.ready), readyAt: null }
    : { ...going, station: to, heard: {} };
  return parts
    .filter((part) => part.station !== to || part === going)
    .map((part) => (part === going ? arrived : part));
}

function withPart(batch: Batch, station: string, change: (part: Part) => Part): Batch {
  return { ...batch, parts: batch.parts.map((part) => (part.station === station ? change(part) : part)) };
}

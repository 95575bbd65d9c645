import type { EventOf } from '../events/event.ts';
import type { Batch, Part } from '../model/food.ts';
import { rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { withMarksTakenBack, withVersions } from './marks.ts';
import { changeBatches, changeItem, changeTicket, withItems, withTicket } from './tables.ts';

type FoodEvent = EventOf<
  | 'part.started'
  | 'item.started'
  | 'part.bumped'
  | 'item.bumped'
  | 'part.recalled'
  | 'item.recalled'
  | 'food.run'
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
      return changeTicket(answered, event.ticket, (ticket) =>
        withVersions(ticket, event.stations, event.seq),
      );
    }
    default:
      return changeTicket(state, event.ticket, (ticket) => reduceOn(ticket, event));
  }
}

function reduceOn(
  ticket: Ticket,
  event: Exclude<FoodEvent, EventOf<'item.moved' | 'food.answered'>>,
): Ticket {
  switch (event.type) {
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
        })),
      );
    case 'item.bumped':
      return changeBatches(ticket, [event], (batch) => ({
        ...batch,
        bumped: rounded(batch.bumped + event.quantity),
      }));
    case 'part.recalled': {
      const recalled = changeBatches(ticket, event.parts, (batch, { station, quantity }) => ({
        ...withPart(batch, station, (part) => ({ ...part, ready: quantity, readyAt: null })),
        turnedSeq: event.seq,
        turnedBy: event.screen,
      }));
      return withMarksTakenBack(withVersions(recalled, event.stations, event.seq));
    }
    case 'item.recalled':
      return withMarksTakenBack(
        changeBatches(ticket, [event], (batch) => {
          const bumped = rounded(batch.bumped - event.quantity);
          const run = Math.min(batch.run, bumped);
          return { ...batch, bumped, run, runAt: run < batch.quantity ? null : batch.runAt };
        }),
      );
    case 'food.run':
      return changeBatches(ticket, event.portions, (batch, portion) => ({
        ...batch,
        run: portion.quantity,
        runAt: portion.quantity >= batch.quantity ? event.at : null,
      }));
    case 'item.voided':
    case 'item.restored':
    case 'item.refired':
      return withMarksTakenBack(withVersions(withItems(ticket, [event.record]), event.stations, event.seq));
    case 'food.asked':
      return { ...ticket, questions: [...ticket.questions, event.question] };
    default:
      return event satisfies never;
  }
}

function withPart(batch: Batch, station: string, change: (part: Part) => Part): Batch {
  return { ...batch, parts: batch.parts.map((part) => (part.station === station ? change(part) : part)) };
}

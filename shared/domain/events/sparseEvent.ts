import { sparseItem, wholeItem } from '../model/sparseFood.ts';
import {
  sparseCourse,
  sparseHead,
  sparseState,
  sparseTicket,
  wholeCourse,
  wholeHead,
  wholeState,
  wholeTicket,
} from '../model/sparseTicket.ts';
import type { EventBody } from './event.ts';

/** The event with its records sparse (see sparse.ts): for JSON alone. */
export function sparseEvent(event: EventBody): unknown {
  switch (event.type) {
    case 'ticket.received':
    case 'ticket.reopened':
      return { ...event, record: sparseTicket(event.record) };
    case 'ticket.changed': {
      const head = event.head && sparseHead(event.head);
      return {
        ...event,
        head,
        courses: event.courses.map(sparseCourse),
        items: event.items.map((item) => sparseItem(item)),
      };
    }
    case 'ticket.revised':
      return {
        ...event,
        courses: event.courses.map(sparseCourse),
        items: event.items.map((item) => sparseItem(item)),
      };
    case 'item.voided':
    case 'item.restored':
    case 'item.refired':
      return { ...event, record: sparseItem(event.record) };
    case 'item.moved':
      return { ...event, tickets: event.tickets.map(sparseTicket) };
    case 'day.opened':
      return { ...event, state: sparseState(event.state) };
    default:
      return event;
  }
}

/** The event that was written so. Throws where a record is missing; whoever cannot trust its sender judges what it gives. */
export function wholeEvent<T extends EventBody>(event: T): T;
export function wholeEvent(value: unknown): unknown;
export function wholeEvent(value: unknown): unknown {
  // What claims to be an event is read as one: a schema after it tells what is none.
  const event = value as EventBody;
  switch (event.type) {
    case 'ticket.received':
    case 'ticket.reopened':
      return { ...event, record: wholeTicket(event.record) };
    case 'ticket.changed': {
      const head = event.head && wholeHead(event.head);
      return {
        ...event,
        head,
        courses: event.courses.map(wholeCourse),
        items: event.items.map((item) => wholeItem(item)),
      };
    }
    case 'ticket.revised':
      return {
        ...event,
        courses: event.courses.map(wholeCourse),
        items: event.items.map((item) => wholeItem(item)),
      };
    case 'item.voided':
    case 'item.restored':
    case 'item.refired':
      return { ...event, record: wholeItem(event.record) };
    case 'item.moved':
      return { ...event, tickets: event.tickets.map(wholeTicket) };
    case 'day.opened':
      return { ...event, state: wholeState(event.state) };
    default:
      return event;
  }
}

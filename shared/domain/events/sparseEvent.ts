import { type FaceForm, type FaceReader, sparseItem, wholeItem } from '../model/sparseFood.ts';
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

/** The event with its records sparse (see sparse.ts): for JSON alone. `form`: how faces are written, sparse as well unless it is given. */
export function sparseEvent(event: EventBody, form?: FaceForm): unknown {
  switch (event.type) {
    case 'ticket.received':
    case 'ticket.reopened':
      return { ...event, record: sparseTicket(event.record, form) };
    case 'ticket.changed': {
      const head = event.head && sparseHead(event.head);
      return {
        ...event,
        head,
        courses: event.courses.map(sparseCourse),
        items: event.items.map((item) => sparseItem(item, null, form)),
      };
    }
    case 'ticket.revised':
      return {
        ...event,
        courses: event.courses.map(sparseCourse),
        items: event.items.map((item) => sparseItem(item, null, form)),
      };
    case 'item.voided':
    case 'item.restored':
    case 'item.refired':
      return { ...event, record: sparseItem(event.record, null, form) };
    case 'item.moved':
      return { ...event, tickets: event.tickets.map((ticket) => sparseTicket(ticket, form)) };
    case 'day.opened':
      return { ...event, state: sparseState(event.state) };
    default:
      return event;
  }
}

/** The event that was written so. Throws where a record is missing; whoever cannot trust its sender judges what it gives. */
export function wholeEvent<T extends EventBody>(event: T, read?: FaceReader): T;
export function wholeEvent(value: unknown, read?: FaceReader): unknown;
export function wholeEvent(value: unknown, read?: FaceReader): unknown {
  // What claims to be an event is read as one: a schema after it tells what is none.
  const event = value as EventBody;
  switch (event.type) {
    case 'ticket.received':
    case 'ticket.reopened':
      return { ...event, record: wholeTicket(event.record, read) };
    case 'ticket.changed': {
      const head = event.head && wholeHead(event.head);
      return {
        ...event,
        head,
        courses: event.courses.map(wholeCourse),
        items: event.items.map((item) => wholeItem(item, null, read)),
      };
    }
    case 'ticket.revised':
      return {
        ...event,
        courses: event.courses.map(wholeCourse),
        items: event.items.map((item) => wholeItem(item, null, read)),
      };
    case 'item.voided':
    case 'item.restored':
    case 'item.refired':
      return { ...event, record: wholeItem(event.record, null, read) };
    case 'item.moved':
      return { ...event, tickets: event.tickets.map((ticket) => wholeTicket(ticket, read)) };
    case 'day.opened':
      return { ...event, state: wholeState(event.state) };
    default:
      return event;
  }
}

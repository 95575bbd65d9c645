import type { EventOf } from '../events/event.ts';
import type { State } from '../model/state.ts';
import type { Course, Ticket } from '../model/ticket.ts';
import { withMarksTakenBack, withVersions } from './marks.ts';
import { changeBatches, changeTicket } from './tables.ts';

type CourseEvent = EventOf<
  | 'course.fired'
  | 'course.held'
  | 'course.ready'
  | 'course.run'
  | 'course.hold_came_late'
  | 'course.planned'
  | 'item.fired'
  | 'item.held'
>;

export function reduceCourse(state: State, event: CourseEvent): State {
  return changeTicket(state, event.ticket, (ticket) => reduceOnCourse(ticket, event));
}

export function reduceOnCourse(ticket: Ticket, event: CourseEvent): Ticket {
  switch (event.type) {
    case 'course.fired': {
      const fired = withCourse(ticket, event.course, (course) => ({
        ...course,
        firedAt: event.at,
        firedBy: event.cause,
        plannedAt: null,
        isHeldByPerson: false,
      }));
      return withFired(fired, event);
    }
    case 'course.held': {
      const held = withCourse(ticket, event.course, (course) => ({
        ...course,
        firedAt: null,
        firedBy: null,
        plannedAt: null,
        isHeldByPerson: event.isByPerson,
      }));
      return withHeld(held, event);
    }
    case 'item.fired':
      return withPersonsHold(withFired(ticket, event), event.portions, false);
    case 'item.held':
      return withPersonsHold(withHeld(ticket, event), event.portions, event.isByPerson);
    case 'course.ready':
      return withCourse(ticket, event.course, (course) => ({ ...course, readyAt: event.at }));
    case 'course.run': {
      const run = withCourse(ticket, event.course, (course) => ({ ...course, runAt: event.at }));
      return ticket.hands?.course === event.course ? { ...run, hands: null } : run;
    }
    case 'course.planned':
      return withCourse(ticket, event.course, (course) => ({
        ...course,
        plannedAt: event.fireAt,
        isHeldByPerson: false,
      }));
    case 'course.hold_came_late':
      return withCourse(ticket, event.course, (course) => ({ ...course, holdCameLateAt: event.at }));
    default:
      return event satisfies never;
  }
}

function withCourse(ticket: Ticket, number: number, change: (course: Course) => Course): Ticket {
  return {
    ...ticket,
    courses: ticket.courses.map((course) => (course.number === number ? change(course) : course)),
  };
}

type Portions = EventOf<'course.fired'>['portions'];

function withFired(ticket: Ticket, event: EventOf<'course.fired' | 'item.fired'>): Ticket {
  const fired = changeBatches(ticket, event.portions, (batch) => ({
    ...batch,
    firedAt: event.at,
    firedBy: event.cause,
  }));
  return withMarksTakenBack(withVersions(fired, ticket, event.stations, event));
}

/** Held food forgets what was heard: when it is fired anew, it is asked anew. */
function withHeld(ticket: Ticket, event: EventOf<'course.held' | 'item.held'>): Ticket {
  const held = changeBatches(ticket, event.portions, (batch) => ({
    ...batch,
    firedAt: null,
    firedBy: null,
    turnedSeq: event.seq,
    turnedBy: null,
    parts: batch.parts.map((part) => ({ ...part, heard: {} })),
  }));
  return withMarksTakenBack(withVersions(held, ticket, event.stations, event));
}

function withPersonsHold(ticket: Ticket, portions: Portions, isHeldByPerson: boolean): Ticket {
  const named = new Set(portions.map((portion) => portion.item));
  return {
    ...ticket,
    items: ticket.items.map((item) => (named.has(item.id) ? { ...item, isHeldByPerson } : item)),
  };
}

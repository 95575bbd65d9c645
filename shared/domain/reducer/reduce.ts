import type { Event } from '../events/event.ts';
import type { Party } from '../model/party.ts';
import { UNKNOWN_DIGEST } from '../model/put.ts';
import { outsideKey, type State, stateFromDocument } from '../model/state.ts';
import type { PersonRef, TicketHead } from '../model/ticket.ts';
import { reduceAllergy } from './reduceAllergy.ts';
import { reduceCourse } from './reduceCourse.ts';
import { reduceDish } from './reduceDish.ts';
import { reduceFood } from './reduceFood.ts';
import { reducePaper } from './reducePaper.ts';
import { reduceParty, withServed } from './reduceParty.ts';
import { reducePass } from './reducePass.ts';
import { reduceTicket } from './reduceTicket.ts';
import { ticketOf } from './tables.ts';

/** Holds no rule and never throws on a known event; a body it cannot place is a broken invariant and throws. */
export function reduce(state: State, event: Event): State {
  const next = reduceBody(state, event);
  // What a body makes is a state of its own, so that it is finished in place: a copy of a state was a tenth of a busy screen's time.
  const made: Writable<State> = next === state ? { ...state } : next;
  made.seq = event.seq;
  made.at = event.at;
  return made;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function reduceBody(state: State, event: Event): State {
  switch (event.type) {
    case 'ticket.received':
    case 'ticket.keyed':
    case 'ticket.changed':
    case 'ticket.revised':
    case 'ticket.listed':
    case 'ticket.painted':
    case 'ticket.heard':
    case 'ticket.changes_seen':
    case 'ticket.ready':
    case 'ticket.run':
    case 'ticket.ended':
    case 'ticket.reopened':
    case 'ticket.rushed':
    case 'ticket.packed':
    case 'ticket.courier_here':
    case 'ticket.handed_over':
    case 'ticket.returned':
    case 'ticket.bagged':
      return reduceTicket(state, event);
    case 'ticket.closed':
      return reduceTicket(withServed(state, ticketOf(state, event.ticket)), event);
    case 'course.fired':
    case 'course.held':
    case 'course.ready':
    case 'course.run':
    case 'course.hold_came_late':
    case 'course.planned':
    case 'item.fired':
    case 'item.held':
      return reduceCourse(state, event);
    case 'part.moved':
    case 'part.started':
    case 'item.started':
    case 'part.bumped':
    case 'item.bumped':
    case 'part.recalled':
    case 'item.recalled':
    case 'food.run':
    case 'food.run_undone':
    case 'item.voided':
    case 'item.restored':
    case 'item.moved':
    case 'item.refired':
    case 'food.asked':
    case 'food.answered':
      return reduceFood(state, event);
    case 'allergy.added':
    case 'allergy.heard':
    case 'allergy.conflict':
    case 'allergy.conflict_gone':
    case 'conflict.answered':
    case 'allergy.plates_checked':
    case 'allergy.possible':
    case 'possible.answered':
    case 'stop.answered':
    case 'allergy.withdrawn':
    case 'allergy.said':
    case 'allergy.seated':
      return reduceAllergy(state, event);
    case 'menu_item.86':
    case 'menu_item.restored':
    case 'menu_item.count':
    case 'menu_item.noted':
    case 'availability.said':
    case 'table.held':
    case 'table.held_back':
    case 'table.resumed':
      return reduceDish(state, event);
    case 'chit.queued':
    case 'chit.sending':
    case 'chit.settled':
    case 'chit.waiting':
    case 'chit.missed':
    case 'chit.dropped':
    case 'chit.reported':
    case 'ticket.on_paper':
      return reducePaper(state, event);
    case 'station.noted':
    case 'station.asked':
    case 'station.answered':
    case 'call':
      return reducePass(state, event);
    case 'party.received':
    case 'party.changed':
    case 'party.revised':
    case 'party.closed':
    case 'party.reopened':
    case 'cover.opened':
    case 'party.asked':
    case 'party.matched':
    case 'tables.changed':
    case 'server.changed':
    case 'shift.noted':
    case 'shift.note_struck':
      return reduceParty(state, event);
    case 'day.opened':
      return stateFromDocument(event.state);
    case 'config.changed':
      return { ...state, configVersion: event.version };
    case 'check.put': {
      const { check } = event;
      const key = `${check.day}\0${outsideKey(check.source, check.externalId)}`;
      return { ...state, checks: state.checks.with(key, check) };
    }
    case 'alert':
      return { ...state, alerts: { ...state.alerts, [event.alert.code]: event.alert } };
    case 'alert.cleared': {
      const { [event.code]: _cleared, ...alerts } = state.alerts;
      return { ...state, alerts };
    }
    case 'feed.restarted':
      return event.isKeyLost ? withoutDigests(state) : state;
    default:
      return event satisfies never;
  }
}

function withoutDigests(state: State): State {
  let { tickets } = state;
  for (const ticket of state.tickets.values())
    tickets = tickets.with(ticket.id, { ...ticket, digest: UNKNOWN_DIGEST, head: withoutNames(ticket.head) });
  const said = Object.entries(state.saidAvailability).map(
    ([source, { revision }]) => [source, { revision, digest: UNKNOWN_DIGEST }] as const,
  );
  let { parties } = state;
  for (const party of state.parties.values()) parties = parties.with(party.id, withUnknownNames(party));
  return { ...state, tickets, parties, saidAvailability: Object.fromEntries(said) };
}

function withUnknownNames(party: Party): Party {
  const guests = party.guests.map(({ seat, person }) => ({
    seat,
    person: { ...person, digest: UNKNOWN_DIGEST },
  }));
  const person = party.person && { ...party.person, digest: UNKNOWN_DIGEST };
  return { ...party, digest: UNKNOWN_DIGEST, person, guests };
}

/** Whoever is named next, be it with the same words, is written again: the names are gone. */
function withoutNames(head: TicketHead): TicketHead {
  const unknown = (person: PersonRef | null) => person && { ...person, digest: UNKNOWN_DIGEST };
  const guests = head.guests.map(({ seat, person }) => ({ seat, person: unknown(person) }));
  return { ...head, customer: unknown(head.customer), guests };
}

/** Many events, oldest first. */
export function reduceAll(state: State, events: Iterable<Event>): State {
  let next = state;
  for (const event of events) next = reduce(next, event);
  return next;
}

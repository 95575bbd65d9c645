import type { StationId } from '../../lib/ids.ts';
import type { EventOf } from '../events/event.ts';
import { partAt } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { changeTicket } from './tables.ts';

type PassEvent = EventOf<'station.noted' | 'station.asked' | 'station.answered' | 'call'>;

/** What passes between expo, stations and runners. None of it is food, so that no version of a ticket comes of it. */
export function reducePass(state: State, event: PassEvent): State {
  return changeTicket(state, event.ticket, (ticket) => reduceOnPass(ticket, event));
}

function reduceOnPass(ticket: Ticket, event: PassEvent): Ticket {
  switch (event.type) {
    case 'station.noted':
      return { ...ticket, stationNotes: [...ticket.stationNotes, event.note] };
    case 'station.asked':
      return withHowLong(ticket, event.station, {
        askedAt: event.at,
        minutes: null,
        answeredAt: null,
        by: null,
      });
    case 'station.answered': {
      const askedAt = ticket.howLong[event.station]?.askedAt ?? event.at;
      return withHowLong(ticket, event.station, {
        askedAt,
        minutes: event.minutes,
        answeredAt: event.at,
        by: event.by,
      });
    }
    case 'call':
      return { ...ticket, hands: event.isOn ? { course: event.course, calledAt: event.at } : null };
    default:
      return event satisfies never;
  }
}

function withHowLong(ticket: Ticket, station: StationId, howLong: Ticket['howLong'][StationId]): Ticket {
  return { ...ticket, howLong: { ...ticket.howLong, [station]: howLong } };
}

/** Notes and questions follow the food when a station has none of the ticket's left. */
export function withPassMoved(ticket: Ticket, from: StationId, to: StationId): Ticket {
  const { stationNotes, howLong } = ticket;
  const asked = howLong[from];
  if (asked === undefined && !stationNotes.some(({ station }) => station === from)) return ticket;
  const hasFood = ticket.items.some(({ batches }) => batches.some((batch) => partAt(batch, from)));
  if (hasFood) return ticket;
  const { [from]: _gone, ...others } = howLong;
  return {
    ...ticket,
    stationNotes: stationNotes.map((note) => (note.station === from ? { ...note, station: to } : note)),
    howLong: asked === undefined ? howLong : { ...others, [to]: others[to] ?? asked },
  };
}

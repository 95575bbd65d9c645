import type { StationId } from '../../lib/ids.ts';
import type { EventOf } from '../events/event.ts';
import type { State } from '../model/state.ts';
import type { Course, Handoff, Receipt, Ticket } from '../model/ticket.ts';
import { withMarksTakenBack, withVersions } from './marks.ts';
import { addTicket, changeBatches, changeTicket, removeTicket, withItems } from './tables.ts';

type TicketEvent = EventOf<
  | 'ticket.received'
  | 'ticket.keyed'
  | 'ticket.changed'
  | 'ticket.revised'
  | 'ticket.listed'
  | 'ticket.painted'
  | 'ticket.heard'
  | 'ticket.changes_seen'
  | 'ticket.ready'
  | 'ticket.run'
  | 'ticket.ended'
  | 'ticket.closed'
  | 'ticket.reopened'
  | 'ticket.rushed'
  | 'ticket.packed'
  | 'ticket.courier_here'
  | 'ticket.handed_over'
  | 'ticket.returned'
  | 'ticket.bagged'
>;

type Whole = 'ticket.received' | 'ticket.reopened' | 'ticket.closed';

export function reduceTicket(state: State, event: TicketEvent): State {
  switch (event.type) {
    case 'ticket.received':
    case 'ticket.reopened':
      return addTicket(state, event.record);
    case 'ticket.closed':
      return removeTicket(state, event.ticket);
    default:
      return changeTicket(state, event.ticket, (ticket) => reduceOnTicket(ticket, event));
  }
}

export function reduceOnTicket(ticket: Ticket, event: Exclude<TicketEvent, EventOf<Whole>>): Ticket {
  switch (event.type) {
    case 'ticket.keyed':
      // What was keyed came as every food comes; this tells the POS of it.
      return ticket;
    case 'ticket.changed':
      return changed(ticket, event);
    case 'ticket.revised':
      return {
        ...withCourses(withItems(ticket, event.items), event.courses),
        revision: event.revision,
        digest: event.digest,
        saidAllergies: event.saidAllergies,
      };
    case 'ticket.listed':
      return stamped(ticket, event, 'listedAt');
    case 'ticket.painted':
      return stamped(ticket, event, 'paintedAt');
    case 'ticket.heard':
      return stamped(ticket, event, 'heardAt');
    case 'ticket.changes_seen':
      return seen(ticket, event);
    case 'ticket.ready':
      return { ...ticket, readyAt: event.at };
    case 'ticket.run':
      return { ...ticket, runAt: event.at };
    case 'ticket.ended':
      return { ...ticket, endedAt: event.at };
    case 'ticket.rushed':
      return { ...ticket, rushAt: event.isRush ? event.at : null };
    case 'ticket.packed':
      return stepped(ticket, event, 'packedAt');
    case 'ticket.courier_here':
      return stepped(ticket, event, 'courierHereAt');
    case 'ticket.handed_over':
      return stepped(ticket, event, 'handedOverAt');
    case 'ticket.returned':
      return stepped(ticket, event, 'returnedAt');
    case 'ticket.bagged': {
      const { portions, bags } = event;
      const packed = changeBatches(ticket, portions, (batch, { bag }) => ({ ...batch, bag }));
      return { ...packed, handoff: { ...(ticket.handoff ?? noHandoff), bags } };
    }
    default:
      return event satisfies never;
  }
}

const noHandoff: Handoff = {
  packedAt: null,
  courierHereAt: null,
  handedOverAt: null,
  returnedAt: null,
  bags: 1,
};

function stepped(
  ticket: Ticket,
  event: EventOf<'ticket.packed' | 'ticket.courier_here' | 'ticket.handed_over' | 'ticket.returned'>,
  step: Exclude<keyof Handoff, 'bags'>,
): Ticket {
  return {
    ...ticket,
    handoff: { ...(ticket.handoff ?? noHandoff), [step]: event.isOn ? event.at : null },
  };
}

function changed(ticket: Ticket, event: EventOf<'ticket.changed'>): Ticket {
  const withHead =
    event.head === null
      ? ticket
      : {
          ...ticket,
          head: event.head,
          headChange: event.headWas ? { at: event.at, was: event.headWas } : ticket.headChange,
        };
  const withFood = withCourses(withItems(withHead, event.items), event.courses);
  const said = {
    ...withFood,
    revision: event.revision,
    digest: event.digest,
    saidAllergies: event.saidAllergies,
  };
  return withMarksTakenBack(withVersions(said, ticket, event.stations, event));
}

export function withCourses(ticket: Ticket, records: readonly Course[]): Ticket {
  if (records.length === 0) return ticket;
  const kept = ticket.courses.filter((course) => !records.some((record) => record.number === course.number));
  return { ...ticket, courses: [...kept, ...records].sort((a, b) => a.number - b.number) };
}

const noReceipt = { listedAt: null, paintedAt: null, heardAt: null };

function stamped(
  ticket: Ticket,
  event: EventOf<'ticket.listed' | 'ticket.painted' | 'ticket.heard'>,
  stamp: 'listedAt' | 'paintedAt' | 'heardAt',
): Ticket {
  const known = ticket.receipts[event.station];
  const receipt: Receipt =
    known && known.version === event.version ? known : { version: event.version, ...noReceipt };
  return {
    ...ticket,
    receipts: { ...ticket.receipts, [event.station]: { ...receipt, [stamp]: event.at } },
  };
}

function seen(ticket: Ticket, event: EventOf<'ticket.changes_seen'>): Ticket {
  const withoutMe = (stations: readonly StationId[]) =>
    stations.filter((station) => station !== event.station);
  const voids = changeBatches(ticket, event.voids, (batch) =>
    batch.void
      ? { ...batch, void: { ...batch.void, owedBy: withoutMe(batch.void.owedBy), isSeen: true } }
      : batch,
  );
  const items = voids.items.map((item) => {
    if (!item.change || !event.changes.includes(item.id)) return item;
    const owedBy = withoutMe(item.change.owedBy);
    return { ...item, change: owedBy.length > 0 ? { ...item.change, owedBy } : null };
  });
  if (!event.notes) return { ...voids, items };
  const { notes } = event;
  const stationNotes = voids.stationNotes.filter(({ id }) => !notes.includes(id));
  return { ...voids, items, stationNotes };
}

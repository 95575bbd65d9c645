import type { Event, EventOf, EventType } from '../../domain/events/event.ts';
import { emptyState } from '../../domain/model/state.ts';
import type { Ticket } from '../../domain/model/ticket.ts';
import { reduce } from '../../domain/reducer/reduce.ts';

/** The hub's history as an auditor reads it: the whole log, replayed from its first event. */
export class HouseHistory {
  readonly events: readonly Event[];
  /** Every ticket there ever was, as it last stood, by the till's own id. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** Tickets of an id, more than one where a ticket came twice. */
  readonly received: ReadonlyMap<string, number>;

  constructor(events: readonly Event[], source: string) {
    this.events = events;
    const last = new Map<string, Ticket>();
    const received = new Map<string, number>();
    let state = emptyState;
    for (const event of events) {
      if (event.type === 'ticket.closed') keep(last, state.tickets.get(event.ticket), source);
      if (event.type === 'ticket.received' && event.record.source === source) {
        const { externalId } = event.record;
        received.set(externalId, (received.get(externalId) ?? 0) + 1);
      }
      state = reduce(state, event);
    }
    for (const ticket of state.tickets.values()) keep(last, ticket, source);
    this.tickets = last;
    this.received = received;
  }

  of<T extends EventType>(type: T, ticket?: string): EventOf<T>[] {
    return this.events.filter(
      (event): event is EventOf<T> =>
        event.type === type && (ticket === undefined || event.ref?.id === ticket),
    );
  }
}

function keep(last: Map<string, Ticket>, ticket: Ticket | undefined, source: string): void {
  if (ticket && ticket.source === source) last.set(ticket.externalId, ticket);
}

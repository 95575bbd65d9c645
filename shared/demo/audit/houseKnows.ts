import type { Event, EventOf, EventType } from '../../domain/events/event.ts';
import type { Party } from '../../domain/model/party.ts';
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
  /** Every ticket of any source, by the house's own id. */
  readonly byId: ReadonlyMap<string, Ticket>;
  /** Every party as it last stood, by `SOURCE|ID` of its system. */
  readonly parties: ReadonlyMap<string, Party>;

  constructor(events: readonly Event[], source: string) {
    this.events = events;
    const last = new Map<string, Ticket>();
    const received = new Map<string, number>();
    const byId = new Map<string, Ticket>();
    const parties = new Map<string, Party>();
    const keepParty = (party: Party | undefined) => {
      if (party) parties.set(`${party.source}|${party.externalId}`, party);
    };
    let state = emptyState;
    for (const event of events) {
      if (event.type === 'ticket.closed') keep(last, byId, state.tickets.get(event.ticket), source);
      if (event.type === 'party.closed') keepParty(state.parties.get(event.party));
      if (event.type === 'ticket.received' && event.record.source === source) {
        const { externalId } = event.record;
        received.set(externalId, (received.get(externalId) ?? 0) + 1);
      }
      state = reduce(state, event);
    }
    for (const ticket of state.tickets.values()) keep(last, byId, ticket, source);
    for (const party of state.parties.values()) keepParty(party);
    this.tickets = last;
    this.byId = byId;
    this.parties = parties;
    this.received = received;
  }

  of<T extends EventType>(type: T, ticket?: string): EventOf<T>[] {
    return this.events.filter(
      (event): event is EventOf<T> =>
        event.type === type && (ticket === undefined || event.ref?.id === ticket),
    );
  }
}

function keep(
  last: Map<string, Ticket>,
  byId: Map<string, Ticket>,
  ticket: Ticket | undefined,
  source: string,
): void {
  if (ticket) byId.set(ticket.id, ticket);
  if (ticket && ticket.source === source) last.set(ticket.externalId, ticket);
}

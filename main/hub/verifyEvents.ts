import type { Event } from '../../shared/domain/events/event.ts';
import type { Party } from '../../shared/domain/model/party.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { Ticket } from '../../shared/domain/model/ticket.ts';
import { partyOf } from '../../shared/domain/reducer/reduceParty.ts';
import { decodeEvent, type EventRow, encodeEvent } from '../store/eventCoding.ts';
import type { Core } from './core.ts';

export interface Verified {
  readonly event: Event;
  readonly row: EventRow;
  /** The ticket that this event closes, as it was before it. */
  readonly closed: Ticket | null;
  /** The same of a party. */
  readonly closedParty: Party | null;
}

/**
 * Events become the very values that a replay will read from their rows, and the state is built from those: what is written can be read,
 * and a restarted hub equals this one. Throws on anything else.
 */
export function verifyEvents(
  reduceBatch: Core['reduceBatch'],
  epochN: number,
  state: State,
  events: readonly Event[],
): { state: State; verified: Verified[] } {
  const read = events.map((decided) => {
    const row = encodeEvent(decided);
    return { row, event: decodeEvent(row) };
  });
  let last: Pick<Event, 'seq' | 'at'> = state;
  for (const { event } of read) {
    if (event.seq !== last.seq + 1 || event.id !== `${epochN}-${event.seq}` || event.at < last.at)
      throw new Error(`event ${event.id} at ${event.at} does not follow ${last.seq} at ${last.at}`);
    last = event;
  }
  let draft = state;
  let waiting: Event[] = [];
  const advance = () => {
    draft = reduceBatch(draft, waiting);
    waiting = [];
  };
  const verified = read.map(({ row, event }) => {
    const isClosing = event.type === 'ticket.closed' || event.type === 'party.closed';
    if (isClosing) advance();
    const before = draft;
    waiting.push(event);
    return {
      row,
      event,
      closed: event.type === 'ticket.closed' ? openTicket(before, event.ticket) : null,
      closedParty: event.type === 'party.closed' ? partyOf(before, event.party) : null,
    };
  });
  advance();
  if (draft.seq !== last.seq) throw new Error(`reduce left the state at ${draft.seq} after ${last.seq}`);
  return { state: draft, verified };
}

function openTicket(state: State, id: Ticket['id']): Ticket {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new Error(`ticket ${id} closes and is not open`);
  return ticket;
}

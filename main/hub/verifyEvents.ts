import type { Event } from '../../shared/domain/events/event.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { Ticket } from '../../shared/domain/model/ticket.ts';
import { asBatch, fromBatch } from '../../shared/domain/reducer/reduce.ts';
import { decodeEvent, type EventRow, encodeEvent } from '../store/eventCoding.ts';
import type { Core } from './core.ts';

export interface Verified {
  readonly event: Event;
  readonly row: EventRow;
  /** The ticket that this event closes, as it was before it. */
  readonly closed: Ticket | null;
}

/**
 * Events become the very values that a replay will read from their rows, and the state is built from those: what is written can be read,
 * and a restarted hub equals this one. Throws on anything else.
 */
export function verifyEvents(
  reduce: Core['reduce'],
  epochN: number,
  state: State,
  events: readonly Event[],
): { state: State; verified: Verified[] } {
  const verified: Verified[] = [];
  let draft = asBatch(state);
  for (const decided of events) {
    const row = encodeEvent(decided);
    const event = decodeEvent(row);
    if (event.seq !== draft.seq + 1 || event.id !== `${epochN}-${event.seq}` || event.at < draft.at) {
      throw new Error(`event ${event.id} at ${event.at} does not follow ${draft.seq} at ${draft.at}`);
    }
    const closed = event.type === 'ticket.closed' ? openTicket(draft, event.ticket) : null;
    draft = reduce(draft, event);
    if (draft.seq !== event.seq) throw new Error(`reduce left the state at ${draft.seq} after ${event.id}`);
    verified.push({ event, row, closed });
  }
  return { state: fromBatch(draft), verified };
}

function openTicket(state: State, id: Ticket['id']): Ticket {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new Error(`ticket ${id} closes and is not open`);
  return ticket;
}

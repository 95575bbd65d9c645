import type { Event, EventOf } from '../../domain/events/event.ts';
import { feedBody } from './feedBody.ts';
import { instantText } from './instant.ts';

/** The POS's own name of a ticket. */
export interface OutsideRef {
  readonly source: string;
  readonly id: string;
}

/** One event of the log as seen from outside; what stands beside these depends on `type`. */
export interface FeedMessage {
  /** The epoch it is delivered in, as `n-id`. */
  readonly epoch: string;
  readonly seq: number;
  /** The same on every delivery. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly type: string;
  readonly ticket?: OutsideRef;
  /** Of a party's event. */
  readonly party?: OutsideRef;
  readonly [field: string]: unknown;
}

/** The feed's message of an event, or null for what is the house's own business. However old the event, it needs no look-up. */
export function outsideMessage(event: Event, epoch: string): FeedMessage | null {
  const body = feedBody(event);
  if (body === null) return null;
  const { seq, id, at, type } = event;
  const about = event.ref && isOfParty(event) ? { party: event.ref } : withTicket(ticketOf(event));
  return { epoch, seq, id, at: instantText(at), type, ...about, ...body };
}

function isOfParty({ type }: Event): boolean {
  return type.startsWith('party.') || type === 'cover.opened';
}

const withTicket = (ticket: OutsideRef | undefined) => (ticket ? { ticket } : {});

function ticketOf(event: Event): OutsideRef | undefined {
  if (event.ref) return { source: event.ref.source, id: event.ref.id };
  return event.type === 'ticket.received' ? recordRef(event) : undefined;
}

function recordRef({ record }: EventOf<'ticket.received'>): OutsideRef {
  return { source: record.source, id: record.externalId };
}

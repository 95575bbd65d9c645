import { HOUSE_SOURCE } from '../../domain/model/party.ts';
import type { FeedMessage } from './feedMessage.ts';

/** Whom a feed message is told: by the token's scope and, for a token of one source, by whose ticket it is. */
export interface FeedListener {
  readonly scope: 'pos' | 'bookings';
  readonly source: string | null;
}

const BOOKINGS_TYPES: ReadonlySet<string> = new Set([
  'cover.opened',
  'ticket.run',
  'alert',
  'feed.restarted',
]);
const BOOKINGS_FAMILIES = ['party.', 'course.'];

export function mayHear(listener: FeedListener, message: FeedMessage): boolean {
  if (listener.scope === 'bookings' && !isForBookings(message.type)) return false;
  if (listener.scope === 'bookings' && !isOfSource(listener, message)) return false;
  const { source } = message.ticket ?? message;
  return listener.source === null || typeof source !== 'string' || listener.source === source;
}

/** A bookings system of one source hears of its own guests and of those the house took in, who sit at tables it would sell. */
function isOfSource({ source }: FeedListener, { party }: FeedMessage): boolean {
  return source === null || party === undefined || party.source === source || party.source === HOUSE_SOURCE;
}

function isForBookings(type: string): boolean {
  return BOOKINGS_TYPES.has(type) || BOOKINGS_FAMILIES.some((family) => type.startsWith(family));
}

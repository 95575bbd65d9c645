import type { Event } from '../../domain/events/event.ts';
import { canonicalJson } from '../../lib/canonicalJson.ts';
import { type FeedListener, mayHear } from '../../protocol/outside/feedAudience.ts';
import { type FeedMessage, outsideMessage } from '../../protocol/outside/feedMessage.ts';
import type { NightAccount } from '../account.ts';
import { BOOKINGS_SOURCE } from '../bookings/bookingPlan.ts';
import { DEMO_SOURCE } from '../night/plan.ts';
import { auditBookings } from './auditBookings.ts';
import { auditAnswers, auditDoings } from './auditDoings.ts';
import { auditTickets } from './auditTickets.ts';
import { Findings } from './Findings.ts';
import { HouseHistory } from './houseKnows.ts';

export interface NightAudit {
  /** Empty when the two accounts agree to the last item. */
  readonly differences: readonly string[];
  /** What was compared. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * The till's account of the night against the hub's log: every answer, every status, every ticket, course, line, portion and void. `epoch`
 * as the feed names it; `book`: the account of the bookings system, where one played along.
 */
export function auditNight(
  account: NightAccount,
  events: readonly Event[],
  epoch: string,
  book: NightAccount | null = null,
): NightAudit {
  const found = new Findings();
  const house = new HouseHistory(events, DEMO_SOURCE);
  auditAnswers(account, found);
  auditFeed(account, due(events, epoch, { scope: 'pos', source: DEMO_SOURCE }), found);
  auditTickets(account, house, found);
  auditDoings(account, house, found);
  if (book !== null) {
    auditBookings(book, house, found);
    auditFeed(book, due(events, epoch, { scope: 'bookings', source: BOOKINGS_SOURCE }), found);
  }
  if (account.skipped.length > 0) found.wrong(`steps skipped: ${JSON.stringify(account.skipped)}`);
  return { differences: found.differences, counts: found.counts };
}

/** What the log tells this listener. */
function due(events: readonly Event[], epoch: string, listener: FeedListener): FeedMessage[] {
  return events
    .flatMap((event) => outsideMessage(event, epoch) ?? [])
    .filter((message) => mayHear(listener, message));
}

/** Every status the log tells came once, in order and word for word. */
function auditFeed({ feed }: NightAccount, told: readonly FeedMessage[], found: Findings): void {
  const came = new Map(feed.map((message) => [message.id, message]));
  found.same('statuses', feed.length, told.length);
  for (const message of told) {
    const got = came.get(message.id);
    if (!got) found.wrong(`status ${message.id} (${message.type}): who listens never got it`);
    else if (canonicalJson(plain(got)) !== canonicalJson(JSON.parse(JSON.stringify(message))))
      found.same(`status ${message.id}`, got, message);
    came.delete(message.id);
  }
  for (const { id, type } of came.values()) found.wrong(`status ${id} (${type}): the log does not tell it`);
  found.same(
    'order of statuses',
    feed.map(({ seq }) => seq),
    told.map(({ seq }) => seq),
  );
  found.count('statuses', told.length);
}

/** Guest notes stand in no log: they are put beside the message for a POS alone. */
function plain(message: NightAccount['feed'][number]): object {
  return message.type === 'cover.opened' ? { ...message, guestNotes: null } : message;
}

import type { Event } from '../../domain/events/event.ts';
import { canonicalJson } from '../../lib/canonicalJson.ts';
import { outsideMessage } from '../../protocol/outside/feedMessage.ts';
import type { NightAccount } from '../account.ts';
import { DEMO_SOURCE } from '../night/plan.ts';
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
 * as the feed names it.
 */
export function auditNight(account: NightAccount, events: readonly Event[], epoch: string): NightAudit {
  const found = new Findings();
  const house = new HouseHistory(events, DEMO_SOURCE);
  auditAnswers(account, found);
  auditFeed(account, events, epoch, found);
  auditTickets(account, house, found);
  auditDoings(account, house, found);
  if (account.skipped.length > 0) found.wrong(`steps skipped: ${JSON.stringify(account.skipped)}`);
  return { differences: found.differences, counts: found.counts };
}

/** Every status the log tells came once, in order and word for word. */
function auditFeed(account: NightAccount, events: readonly Event[], epoch: string, found: Findings): void {
  const due = events.flatMap((event) => outsideMessage(event, epoch) ?? []);
  const came = new Map(account.feed.map((message) => [message.id, message]));
  found.same('statuses', account.feed.length, due.length);
  for (const message of due) {
    const got = came.get(message.id);
    if (!got) found.wrong(`status ${message.id} (${message.type}): the till never got it`);
    else if (canonicalJson(got) !== canonicalJson(JSON.parse(JSON.stringify(message))))
      found.same(`status ${message.id}`, got, message);
    came.delete(message.id);
  }
  for (const { id, type } of came.values()) found.wrong(`status ${id} (${type}): the log does not tell it`);
  found.same(
    'order of statuses',
    account.feed.map(({ seq }) => seq),
    due.map(({ seq }) => seq),
  );
  found.count('statuses', due.length);
}

import type { Event } from '../../../shared/domain/events/event.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { outsideMessage } from '../../../shared/protocol/outside/feedMessage.ts';
import type { FeedReader } from './feedReader.ts';

/** The feed is the log, seen from outside: each message once, in order, and nothing else. */
export function judgeFeed(reader: FeedReader, events: readonly Event[], epoch: string): string[] {
  const due = events.flatMap((event) => outsideMessage(event, epoch) ?? []);
  const wrong = [...reader.surprises];
  for (const message of due) {
    const heard = reader.messages.get(message.id);
    if (!heard) wrong.push(`${message.id} ${message.type} never reached the POS`);
    else if (canonicalJson(heard) !== canonicalJson(message))
      wrong.push(`${message.id} says something else than the log`);
  }
  const known = new Set(due.map(({ id }) => id));
  for (const id of reader.messages.keys()) if (!known.has(id)) wrong.push(`${id} is not in the log`);
  return wrong;
}

import { invalid, type OutsideAnswer } from '../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../shared/protocol/outside/parseMessage.ts';
import { FEED_MESSAGES } from '../../shared/protocol/outside/posMessages.ts';
import type { HubPort } from '../hub/port.ts';
import { feedStart } from './feedStart.ts';
import type { PosFeed } from './posFeed.ts';

/** An answer, and what is done once it has been sent. */
export interface Handled {
  readonly answer: OutsideAnswer;
  readonly afterwards?: () => void;
}

/** `seq` of the answer is the log number after which messages come. */
export function resumeFeed(hub: HubPort, tokenId: string, feed: PosFeed, argument: unknown): Handled {
  const parsed = parseMessage(FEED_MESSAGES['feed.resume'], argument);
  if (!parsed.ok) return { answer: invalid(parsed.fields) };
  const start = feedStart(hub, tokenId, parsed.value);
  if (!start.ok) return { answer: start };
  hub.feed.resumed(tokenId);
  feed.pause();
  const hubs = hub.standbys.seen.addresses();
  return {
    answer: { ok: true, seq: start.after, ...(hubs.length > 0 ? { hubs } : {}) },
    afterwards: () => feed.start(start.after, start.restarted),
  };
}

/** `seq` of the answer is where the token's cursor stands now. */
export function acknowledgeFeed(hub: HubPort, tokenId: string, argument: unknown): Handled {
  const parsed = parseMessage(FEED_MESSAGES['feed.ack'], argument);
  if (!parsed.ok) return { answer: invalid(parsed.fields) };
  const { seq } = parsed.value;
  const last = hub.state().seq;
  if (seq > last) return { answer: invalid([{ path: 'seq', message: `the log ends at ${last}` }]) };
  hub.feed.ack(tokenId, seq);
  return { answer: { ok: true, seq: hub.feed.cursor(tokenId) } };
}

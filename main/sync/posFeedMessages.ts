import { invalid, type OutsideAnswer } from '../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../shared/protocol/outside/parseMessage.ts';
import { FEED_MESSAGES, type FeedResume } from '../../shared/protocol/outside/posMessages.ts';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import type { HubPort } from '../hub/port.ts';
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
  const start = whereFrom(hub, tokenId, parsed.value);
  const floor = hub.feed.floor();
  if (start.after < floor) {
    const message = `Messages up to ${floor} are no longer kept. Put your open tickets again and resume from there.`;
    return {
      answer: { ok: false, error: { code: 'feed_expired', message, oldest: floor + 1 } },
    };
  }
  hub.feed.resumed(tokenId);
  feed.pause();
  return {
    answer: { ok: true, seq: start.after },
    afterwards: () => feed.start(start.after, start.restart),
  };
}

/**
 * A position of another log means nothing in this one: such a listener is told so and hears everything that is kept. (Where a restore
 * leaves a fork, the log's own `feed.restarted` will say where; until then a foreign epoch shares nothing with ours.)
 */
function whereFrom(hub: HubPort, tokenId: string, { after, epoch }: FeedResume) {
  const floor = hub.feed.floor();
  if (epoch !== undefined && epoch !== epochText(hub.epoch))
    return { after: floor, restart: 'another epoch' };
  if (after !== undefined) {
    const isAhead = after > hub.state().seq;
    return isAhead
      ? { after: floor, restart: 'the log is shorter than your position' }
      : { after, restart: null };
  }
  const cursor = hub.feed.cursor(tokenId);
  // A token that never acknowledged anything has missed nothing it was promised.
  return { after: cursor === 0 ? floor : cursor, restart: null };
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

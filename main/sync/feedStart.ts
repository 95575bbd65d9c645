import type { OutsideRefusal } from '../../shared/protocol/outside/answer.ts';
import type { FeedMessage } from '../../shared/protocol/outside/feedMessage.ts';
import { instantText } from '../../shared/protocol/outside/instant.ts';
import type { FeedResume } from '../../shared/protocol/outside/posMessages.ts';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import type { HubPort } from '../hub/port.ts';

/** Where a listener's feed begins; `restarted` comes first, for one whose position is of another log. */
export type FeedStart =
  | { readonly ok: true; readonly after: number; readonly restarted: FeedMessage | null }
  | OutsideRefusal;

interface Place {
  readonly after: number;
  /** Why the log is another one than the listener knew; null: it is the same. */
  readonly restart: string | null;
}

/** The same for a connection's resume and for a question over HTTP. */
export function feedStart(hub: HubPort, tokenId: string, asked: FeedResume): FeedStart {
  const floor = hub.feed.floor();
  const { after, restart } = placeOf(hub, tokenId, asked, floor);
  if (after < floor) {
    const message = `Messages up to ${floor} are no longer kept. Put your open tickets again and resume from there.`;
    return { ok: false, error: { code: 'feed_expired', message, oldest: floor + 1 } };
  }
  // Where the log's own `feed.restarted` comes next, it is the first message.
  const isSaidNext = hub.feed.restart()?.seq === after + 1;
  const isSaid = restart === null || isSaidNext;
  return { ok: true, after, restarted: isSaid ? null : restarted(hub, after, restart) };
}

/**
 * A position of another log holds as far as the two are the same: up to the fork a restore left. Of a log that shares nothing with this one
 * it says nothing, and such a listener hears everything that is kept.
 */
function placeOf(hub: HubPort, tokenId: string, { after, epoch }: FeedResume, floor: number): Place {
  const cursor = hub.feed.cursor(tokenId);
  const { feed } = hub;
  const isFresh = after === undefined && cursor === 0;
  const position = after ?? cursor;
  // A token that never acknowledged anything has missed nothing it was promised.
  const within = (seq: number) => (isFresh ? floor : Math.min(position, seq));
  if (epoch !== undefined && epoch !== epochText(hub.epoch)) {
    const common = feed.commonWith(epoch);
    return common === null
      ? { after: floor, restart: 'another epoch' }
      : { after: within(common), restart: feed.restart()?.reason ?? 'another epoch' };
  }
  const restart = feed.restart();
  const isOfBefore = epoch === undefined && feed.isOfBefore(tokenId);
  if (restart !== null && (isOfBefore || position > hub.state().seq)) {
    return { after: within(restart.forkSeq), restart: restart.reason };
  }
  return position > hub.state().seq
    ? { after: floor, restart: 'the log is shorter than your position' }
    : { after: isFresh ? floor : position, restart: null };
}

function restarted(hub: HubPort, forkSeq: number, reason: string): FeedMessage {
  const epoch = epochText(hub.epoch);
  const at = instantText(hub.now());
  const id = `${epoch}-restarted-${forkSeq}`;
  return { epoch, seq: forkSeq, id, at, type: 'feed.restarted', forkSeq, reason };
}

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

/** The same for a connection's resume and for a question over HTTP. */
export function feedStart(hub: HubPort, tokenId: string, asked: FeedResume): FeedStart {
  const floor = hub.feed.floor();
  const { after, restart } = whereFrom(hub, tokenId, asked, floor);
  if (after < floor) {
    const message = `Messages up to ${floor} are no longer kept. Put your open tickets again and resume from there.`;
    return { ok: false, error: { code: 'feed_expired', message, oldest: floor + 1 } };
  }
  return { ok: true, after, restarted: restart === null ? null : restarted(hub, after, restart) };
}

/**
 * A position of another log means nothing in this one: such a listener is told so and hears everything that is kept. (Where a restore
 * leaves a fork, the log's own `feed.restarted` will say where; until then a foreign epoch shares nothing with ours.)
 */
function whereFrom(hub: HubPort, tokenId: string, { after, epoch }: FeedResume, floor: number) {
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

function restarted(hub: HubPort, forkSeq: number, reason: string): FeedMessage {
  const epoch = epochText(hub.epoch);
  const at = instantText(hub.now());
  const id = `${epoch}-restarted-${forkSeq}`;
  return { epoch, seq: forkSeq, id, at, type: 'feed.restarted', forkSeq, reason };
}

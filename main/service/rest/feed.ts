import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalid, refusal } from '../../../shared/protocol/outside/answer.ts';
import { OutsideId } from '../../../shared/protocol/outside/fields.ts';
import { parseMessage } from '../../../shared/protocol/outside/parseMessage.ts';
import { DEFAULT_PAGE, MAX_PAGE, MAX_WAIT_SECONDS } from '../../../shared/protocol/outside/restRoutes.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { feedStart } from '../../sync/feedStart.ts';
import { acknowledgeFeed } from '../../sync/posFeedMessages.ts';
import type { CallerOf } from './bearer.ts';
import { FeedReader } from './FeedReader.ts';
import { onlyBy } from './onlyBy.ts';
import type { RestDeps } from './restDeps.ts';
import { sendAnswer, sendRefusal } from './restReply.ts';

/** A query holds texts alone. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/u, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be ${least} to ${most}`);

const FeedQuery = z.object({
  after: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  epoch: OutsideId.optional(),
  wait: whole(0, MAX_WAIT_SECONDS).optional(),
  limit: whole(1, MAX_PAGE).optional(),
});

/** `GET /feed` (a long poll that does not acknowledge) and `POST /feed/ack`. */
export function addFeed(api: FastifyInstance, deps: RestDeps, callerOf: CallerOf): void {
  const { hub } = deps;
  const reader = new FeedReader(hub);
  api.addHook('preClose', async () => reader.close());
  /** Tokens that this run has noted as listening: each note is a write. */
  const noted = new Set<string>();

  onlyBy(api, 'GET', '/feed', async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = callerOf(request);
    const parsed = parseMessage(FeedQuery, request.query);
    if (!parsed.ok) return sendRefusal(reply, invalid(parsed.fields));
    const { wait = 0, limit = DEFAULT_PAGE, after, epoch } = parsed.value;
    const start = feedStart(hub, caller.tokenId, {
      ...(after === undefined ? {} : { after }),
      ...(epoch === undefined ? {} : { epoch }),
    });
    if (!start.ok) return sendRefusal(reply, start);
    if (!noted.has(caller.tokenId)) hub.feed.resumed(caller.tokenId);
    noted.add(caller.tokenId);
    const done = caller.scope === 'pos' ? deps.posLink.polling() : null;
    const reading = reader.read({
      listener: caller,
      after: start.after,
      first: start.restarted,
      limit,
      waitMs: wait * 1000,
      onGone: (stop) => reply.raw.once('close', stop),
    });
    const page = await reading.finally(() => done?.());
    if (page === 'revoked') return sendRefusal(reply, refusal('unauthorized', 'This token was revoked.'));
    const { seq, messages } = page;
    return reply
      .header('cache-control', 'no-store')
      .send({ ok: true, epoch: epochText(hub.epoch), seq, messages });
  });

  onlyBy(api, 'POST', '/feed/ack', async (request: FastifyRequest, reply: FastifyReply) =>
    sendAnswer(reply, acknowledgeFeed(hub, callerOf(request).tokenId, request.body).answer),
  );
}

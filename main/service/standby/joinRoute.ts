import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { isNewerEpoch } from '../../../shared/protocol/epochOrder.ts';
import {
  type JoinAnswer,
  JoinAsk,
  joinAnswerText,
  joinAskText,
} from '../../../shared/protocol/joinMessages.ts';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import type { HubPort } from '../../hub/port.ts';
import { handKey } from '../../store/handKey.ts';
import type { FailedAttempts } from '../../sync/failedAttempts.ts';

/** Ask and answer follow at once; a nonce that was given is good for one ask. */
const NONCE_LIFE_MS = 30_000;
/** Strangers may ask for nonces too: the oldest goes, and who is pushed out asks again. */
const MAX_NONCES = 32;
const NONCE_BYTES = 18;

/** Gives a hub that this one has replaced a token, so that it can become a station of this one. Only who holds the site's key gets one. */
export function addJoin(app: FastifyInstance, hub: HubPort, failedAttempts: FailedAttempts): void {
  const nonces = new Map<string, number>();
  const isFresh = (nonce: string): boolean => {
    const givenAt = nonces.get(nonce);
    nonces.delete(nonce);
    return givenAt !== undefined && performance.now() - givenAt < NONCE_LIFE_MS;
  };
  app.get('/api/standby/join', (_request, reply) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    const [oldest] = nonces.keys();
    if (nonces.size >= MAX_NONCES && oldest !== undefined) nonces.delete(oldest);
    nonces.set(nonce, performance.now());
    return reply.header('cache-control', 'no-store').send({ nonce });
  });
  app.post('/api/standby/join', async (request, reply) => {
    const ask = JoinAsk.safeParse(request.body);
    if (!ask.success) return reply.code(422).send(refusal('invalid', 'This is not how a hub asks.'));
    const isOurs = isFresh(ask.data.nonce) && ask.data.proof === hub.digest(joinAskText(ask.data));
    if (!isOurs) {
      await sleep(failedAttempts.note(request.ip, performance.now()));
      return reply
        .code(401)
        .send(refusal('unauthorized', 'Whoever asks does not hold the key of this site.'));
    }
    if (hub.fencing.by() !== null || !isNewerEpoch(hub.epoch, ask.data.epoch))
      return reply.code(409).send(refusal('conflict', 'This is not the hub that took over from it.'));
    return reply.send(answerTo(ask.data, hub));
  });
}

/** A second press replaces the token of the first, whose answer may never have arrived. */
function answerTo({ epoch: old, publicKey, roles }: JoinAsk, hub: HubPort): JoinAnswer {
  const name = `former hub ${epochText(old)}`;
  for (const token of hub.tokens.list()) if (token.name === name) hub.tokens.revoke(token.id);
  const { secret } = hub.tokens.create({ name, scope: 'station', roles, source: null });
  const given = {
    epoch: hub.epoch,
    token: handKey(Buffer.from(secret), publicKey),
    common: hub.feed.commonWith(epochText(old)),
  };
  return { ok: true, siteId: hub.siteId, ...given, proof: hub.digest(joinAnswerText(given, publicKey)) };
}

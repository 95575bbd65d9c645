import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { HubPort } from '../../hub/port.ts';
import type { FailedAttempts } from '../../sync/failedAttempts.ts';
import { listenerFrom } from '../../sync/posAuthentication.ts';
import type { PosListener } from '../../sync/posListener.ts';
import { sendRefusal } from './restReply.ts';

export interface BearerDeps {
  readonly hub: HubPort;
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
}

/** Who sent a request that has passed authentication. */
export type CallerOf = (request: FastifyRequest) => PosListener;

const TOO_MANY = 429;

/** The token in `Authorization: Bearer TOKEN`; null when there is none. */
export function bearerOf(request: FastifyRequest): string | null {
  const said = request.headers.authorization;
  return /^bearer +(?<token>\S+) *$/iu.exec(said ?? '')?.groups?.token ?? null;
}

/**
 * Lets tokens of scope `pos` and `bookings` in, before the body is read. Only failures are counted, by address: after some a wrong token is
 * told to wait (429), a right one never is.
 */
export function authenticateRest(api: FastifyInstance, { hub, log, failedAttempts }: BearerDeps): CallerOf {
  const callers = new WeakMap<FastifyRequest, PosListener>();
  api.addHook('onRequest', async (request, reply) => {
    const token = bearerOf(request);
    let info: ReturnType<HubPort['tokens']['check']>;
    try {
      info = token === null ? null : hub.tokens.check(token);
    } catch (error) {
      log.error({ err: error }, 'a token could not be looked up');
      return sendRefusal(reply, refusal('unavailable', 'Tokens cannot be looked up at the moment.'));
    }
    const caller = info && listenerFrom(info, log);
    if (caller) {
      callers.set(request, caller);
      return;
    }
    const delay = failedAttempts.note(request.ip, performance.now());
    await sleep(delay);
    const answer = refusal(
      'unauthorized',
      'A token of scope pos or bookings is needed: Authorization: Bearer TOKEN.',
    );
    return delay === 0 ? sendRefusal(reply, answer) : sendRefusal(reply, answer, TOO_MANY);
  });
  return (request) => {
    const caller = callers.get(request);
    if (!caller) throw new Error('a request without its token');
    return caller;
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalid, refusal } from '../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../shared/protocol/outside/parseMessage.ts';
import type { HubPort, TokenInfo } from '../hub/port.ts';
import type { FailedAttempts } from '../sync/failedAttempts.ts';
import { keepSession } from './sessionCookie.ts';
import { isScreenScope } from './whoAsks.ts';

const MAX_TOKEN_CHARACTERS = 500;

const SessionRequest = z.object({ token: z.string().min(1).max(MAX_TOKEN_CHARACTERS) });

/** `POST /api/session {token}`: a screen or admin token, or a one-time code, becomes a cookie that scripts cannot read. */
export async function addSession(
  app: FastifyInstance,
  hub: HubPort,
  failedAttempts: FailedAttempts,
): Promise<void> {
  await app.register(fastifyCookie);
  app.post('/api/session', async (request, reply) => {
    const parsed = parseMessage(SessionRequest, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    const found = admit(hub, parsed.value.token);
    if (found === null) {
      await sleep(failedAttempts.note(request.ip, performance.now()));
      return reply.code(401).send(refusal('unauthorized', 'This token or code is not known, or no longer.'));
    }
    const { secret, info } = found;
    keepSession(reply, secret);
    return reply.send({ ok: true, name: info.name, scope: info.scope, roles: info.roles });
  });
}

function admit(hub: HubPort, token: string): { secret: string; info: TokenInfo } | null {
  const known = hub.tokens.check(token);
  if (known !== null) return isScreenScope(known.scope) ? { secret: token, info: known } : null;
  return hub.tokens.redeemCode(token);
}

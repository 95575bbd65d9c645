import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { HubPort, TokenScope } from '../../hub/port.ts';
import type { FailedAttempts } from '../../sync/failedAttempts.ts';
import { bearerOf } from '../rest/bearer.ts';
import { sendRefusal } from '../rest/restReply.ts';
import { isThisDevice } from '../whoAsks.ts';
import type { Metrics } from './Metrics.ts';
import type { Watched } from './watched.ts';

const MAY_READ: readonly TokenScope[] = ['pos', 'admin'];

/** `GET /metrics` for Prometheus: from this device, or with a token of scope pos or admin. */
export function addMetrics(app: FastifyInstance, watched: Watched, failedAttempts: FailedAttempts): void {
  // The library takes 50 ms of a start; most houses have no Prometheus.
  let loading: Promise<Metrics> | null = null;
  const load = async () => new (await import('./Metrics.ts')).Metrics(watched.commands);
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(watched.hub, request)) {
      await sleep(failedAttempts.note(request.ip, performance.now()));
      return sendRefusal(
        reply,
        refusal('unauthorized', 'From elsewhere /metrics needs a token of scope pos or admin.'),
      );
    }
    loading ??= load();
    const metrics = await loading;
    const text = await metrics.text(watched);
    return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text);
  });
}

/** A wrong token that was named is nobody's, also on this device. */
function mayRead(hub: HubPort, request: FastifyRequest): boolean {
  const token = bearerOf(request);
  if (token === null) return isThisDevice({ headers: request.headers, address: request.ip });
  const info = hub.tokens.check(token);
  return info !== null && MAY_READ.includes(info.scope);
}

import type { FastifyInstance } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { StandbyStanding } from '../../../shared/protocol/standbyMessages.ts';
import { keepSession } from '../sessionCookie.ts';
import { onlyOwnPages } from './onlyOwnPages.ts';

export interface StandbyRoutesDeps {
  readonly standing: () => StandbyStanding;
  /** Begins to become the hub; null: this device cannot. */
  readonly promote: (() => void) | null;
  readonly token: string;
}

/** What this device's own page asks, and the tap that makes it the hub. A station is reached from its own device alone. */
export function addStandbyRoutes(
  app: FastifyInstance,
  { standing, promote, token }: StandbyRoutesDeps,
): void {
  let isPromoting = false;
  app.get('/api/standby', (_request, reply): StandbyStanding => {
    void reply.header('cache-control', 'no-store');
    return { ...standing(), isPromoting };
  });
  app.post('/api/standby/promote', { onRequest: onlyOwnPages }, async (_request, reply) => {
    const { obstacle } = standing();
    if (obstacle !== null || promote === null)
      return reply.code(409).send({ ...refusal('conflict', obstacle ?? 'not_standby'), obstacle });
    isPromoting = true;
    // The hub that this device becomes knows its pages by a token, as every hub does.
    keepSession(reply, token);
    // After the answer: the server that gives it is about to close.
    reply.raw.once('finish', () => setImmediate(promote));
    return reply.code(202).send({ ok: true });
  });
}

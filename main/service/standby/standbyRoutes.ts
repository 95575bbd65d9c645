import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { StandbyStanding } from '../../../shared/protocol/standbyMessages.ts';
import { keepSession } from '../sessionCookie.ts';

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

/** A page of another site on this device, or a form, must not press this button. */
async function onlyOwnPages(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const site = request.headers['sec-fetch-site'];
  const isOwn = site === undefined || site === 'same-origin';
  const isJson = /^application\/json\b/iu.test(request.headers['content-type'] ?? '');
  if (isOwn && isJson) return undefined;
  return reply.code(403).send(refusal('forbidden', 'Only pages of this device may do this.'));
}

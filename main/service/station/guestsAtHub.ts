import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import { GUESTS_BASE } from '../guests/guestRoutes.ts';
import { onlyOwnPages } from '../standby/onlyOwnPages.ts';

/** A host waits at a glass; a hub that does not answer within this is away. */
const PATIENCE_MS = 4_000;
const MAX_BYTES = 64 * 1024;

export interface GuestsAtHubDeps {
  readonly hubUrl: () => string;
  readonly token: string;
  readonly log: Logger;
}

/**
 * Guests' cards on a station's own pages: asked of the hub with the station's token, and nothing of them stays here. The hub writes down who
 * looked by the name of this station.
 */
export function addGuestsAtHub(app: FastifyInstance, { hubUrl, token, log }: GuestsAtHubDeps): void {
  app.post<{ Params: { '*': string } }>(
    `${GUESTS_BASE}/*`,
    { onRequest: onlyOwnPages, bodyLimit: MAX_BYTES },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const what = request.params['*'];
      if (!/^[a-z]{1,20}$/u.test(what))
        return reply.code(404).send(refusal('not_found', 'No such question.'));
      try {
        const answer = await fetch(`${hubUrl()}${GUESTS_BASE}/${what}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(request.body),
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        return reply
          .code(answer.status)
          .type('application/json; charset=utf-8')
          .send(await answer.text());
      } catch (error) {
        log.info({ why: String(error) }, 'guests are at the hub, which does not answer');
        return reply.code(503).send(refusal('unavailable', 'Guests are at the hub, which is away.'));
      }
    },
  );
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { FormerStanding } from '../../../shared/protocol/standbyMessages.ts';
import type { FormerDesk } from './FormerDesk.ts';
import { formerPage } from './formerPage.ts';
import { onlyOwnPages } from './onlyOwnPages.ts';
import { type Speech, speechOf } from './tailList.ts';

export interface FormerDeps {
  readonly former: FormerDesk;
  readonly venue: () => { readonly language: string; readonly timeZone: string };
  /** Stands before this very device, and may see what was ordered. */
  readonly mayRead: (request: FastifyRequest) => boolean;
}

/** What a device knew as a hub that was replaced, on its own screens. */
export function addFormerHub(app: FastifyInstance, { former, venue, mayRead }: FormerDeps): void {
  const speech = (): Speech => speechOf(venue());
  app.get('/api/standby/former', (request, reply): FormerStanding => {
    void reply.header('cache-control', 'no-store');
    return { toKeyIn: mayRead(request) ? former.count() : 0 };
  });
  app.get('/former-hub', (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(formerPage(mayRead(request) ? former.tails() : [], speech())),
  );
  app.post('/api/standby/keyed-in', { onRequest: onlyOwnPages }, (request, reply) => {
    if (!mayRead(request))
      return reply.code(403).send(refusal('forbidden', 'This is said on the device itself.'));
    former.keyedIn(Date.now());
    return reply.send({ ok: true });
  });
}

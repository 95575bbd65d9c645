import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { refusal } from '../../shared/protocol/outside/answer.ts';
import type { HubPort } from '../hub/port.ts';
import type { FailedAttempts } from '../sync/failedAttempts.ts';
import { addPages } from './pages.ts';
import { securityHeaders } from './securityHeaders.ts';
import { addSession } from './session.ts';

/** Nothing a page posts is larger than a token. */
const MAX_BODY_BYTES = 64 * 1024;

export interface HttpDeps {
  readonly hub: HubPort;
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
  /** Where the built renderer lies. */
  readonly rendererDir: string;
}

/** Pages, health and the exchange of tokens. Who listens on its server beside it stands before it. */
export async function createHttpApp(deps: HttpDeps): Promise<FastifyInstance> {
  const { hub, log, failedAttempts, rendererDir } = deps;
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: true,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.headers.host ?? ''));
  });
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const { statusCode = 500, message } = error;
    if (statusCode < 500) return reply.code(statusCode).send(refusal('invalid', message));
    log.error({ err: error }, 'a request could not be handled');
    return reply.code(500).send(refusal('internal', 'The hub could not handle this request.'));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(refusal('not_found', 'There is nothing at this address.')),
  );
  app.get('/health', (_request, reply) => {
    const health = hub.health();
    return reply
      .code(health.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
  await addSession(app, hub, failedAttempts);
  await addPages(app, hub, rendererDir);
  await app.ready();
  return app;
}

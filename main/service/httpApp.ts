import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { invalid, refusal } from '../../shared/protocol/outside/answer.ts';
import { LIMITS } from '../../shared/protocol/outside/limits.ts';
import type { EdgeFaults } from '../sync/edgeFaults.ts';
import type { FailedAttempts } from '../sync/failedAttempts.ts';
import { addMetrics } from './metrics/metricsRoute.ts';
import type { Watched } from './metrics/watched.ts';
import { addPages } from './pages.ts';
import { addReference } from './reference/referenceRoutes.ts';
import { addRest } from './rest/restApi.ts';
import { securityHeaders } from './securityHeaders.ts';
import { addSession } from './session.ts';
import type { SetupDeps } from './setup/setupDeps.ts';
import { addSetup } from './setup/setupRoutes.ts';

/** Nothing a page posts is larger than a token. */
const MAX_BODY_BYTES = 64 * 1024;
/** A character of an id takes up to four bytes, and each of them three characters of a path. */
const MAX_PARAM_CHARACTERS = LIMITS.idCharacters * 12;

export interface HttpDeps extends SetupDeps {
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
  readonly faults: EdgeFaults;
  readonly watched: Watched;
  /** Where the built renderer lies. */
  readonly rendererDir: string;
}

/** Pages, health and the exchange of tokens. Who listens on its server beside it stands before it. */
export async function createHttpApp(deps: HttpDeps): Promise<FastifyInstance> {
  const { hub, log, failedAttempts, rendererDir } = deps;
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAM_CHARACTERS },
    frameworkErrors: badAddress,
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
  await addSetup(app, deps);
  await addRest(app, deps);
  addReference(app, hub.build);
  addMetrics(app, deps.watched, failedAttempts);
  await addPages(app, hub, rendererDir);
  await app.ready();
  return app;
}

/** An address that is no text once it is decoded. */
function badAddress(error: Error, _request: unknown, reply: FastifyReply): void {
  void reply.code(400).send(invalid([{ path: 'path', message: error.message }]));
}

import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { invalid, refusal } from '../../shared/protocol/outside/answer.ts';
import { LIMITS } from '../../shared/protocol/outside/limits.ts';
import { MAX_WAIT_SECONDS } from '../../shared/protocol/outside/restRoutes.ts';
import { securityHeaders } from './securityHeaders.ts';

/** Nothing a page posts is larger than a token. */
const MAX_BODY_BYTES = 64 * 1024;
/** A character of an id takes up to four bytes, and each of them three characters of a path. */
const MAX_PARAM_CHARACTERS = LIMITS.idCharacters * 12;

/**
 * A connection on which nothing moves for this long is dropped, with the answer its other side does not read: longer than the longest wait
 * for the feed. What was upgraded to a WebSocket has its own heartbeat and is not meant.
 */
const IDLE_MS = (MAX_WAIT_SECONDS + 45) * 1000;

/** A server that answers nothing yet, with the headers and the errors of all: a hub's and a station's alike. */
export function bareApp(
  log: Logger,
  sisters: () => readonly string[] = () => [],
  idleMs = IDLE_MS,
): FastifyInstance {
  const app = fastify({
    connectionTimeout: idleMs,
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAM_CHARACTERS },
    frameworkErrors: badAddress,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.headers.host ?? '', sisters()));
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
  return app;
}

export interface Health {
  readonly ok: boolean;
  readonly reasons: readonly string[];
}

export function addHealth(app: FastifyInstance, health: () => Health): void {
  app.get('/health', (_request, reply) => {
    const now = health();
    return reply
      .code(now.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(now);
  });
}

/** An address that is no text once it is decoded. */
function badAddress(error: Error, _request: unknown, reply: FastifyReply): void {
  void reply.code(400).send(invalid([{ path: 'path', message: error.message }]));
}

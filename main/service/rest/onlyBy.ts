import type { FastifyInstance, HTTPMethods, RouteHandlerMethod } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import { sendRefusal } from './restReply.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const NOT_ALLOWED = 405;

/** Serves an address by one method and says so to every other: 405 with `Allow`. */
export function onlyBy(
  api: FastifyInstance,
  method: HTTPMethods,
  url: string,
  handler: RouteHandlerMethod,
): void {
  api.route({ method, url, handler, exposeHeadRoute: false });
  api.route({
    method: METHODS.filter((other) => other !== method),
    url,
    exposeHeadRoute: false,
    handler: (_request, reply) =>
      sendRefusal(
        reply.header('allow', method),
        refusal('unsupported', `This address takes ${method} alone.`),
        NOT_ALLOWED,
      ),
  });
}

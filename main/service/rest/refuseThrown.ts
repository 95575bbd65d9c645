import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { invalid, refusal } from '../../../shared/protocol/outside/answer.ts';
import { cardRule } from '../../../shared/protocol/outside/cardRule.ts';
import { ARGUMENT } from '../../../shared/protocol/outside/parseMessage.ts';
import { REST_BASE } from '../../../shared/protocol/outside/restRoutes.ts';
import type { EdgeFaults } from '../../sync/edgeFaults.ts';
import { BadBody, tooLarge } from './jsonBody.ts';
import { sendRefusal } from './restReply.ts';

const UNSUPPORTED_MEDIA = 415;

/** What is wrong before a message is read, in the shape of every refusal; a fault of ours is contained as on the socket. */
export function refuseThrown(
  api: FastifyInstance,
  { log, faults }: { readonly log: Logger; readonly faults: EdgeFaults },
): void {
  api.setErrorHandler<FastifyError | BadBody>((error, request, reply) => {
    // Its body was read to the end, so the connection may stay.
    if (error instanceof BadBody) return sendRefusal(reply.removeHeader('connection'), error.answer);
    const { statusCode = 500, message } = error;
    if (statusCode === 413) return sendRefusal(reply.header('connection', 'close'), tooLarge);
    if (statusCode === UNSUPPORTED_MEDIA) {
      const problem = { path: ARGUMENT, message: 'must come as content-type application/json' };
      return sendRefusal(reply, invalid([problem]), UNSUPPORTED_MEDIA);
    }
    if (statusCode < 500) return sendRefusal(reply, invalid([{ path: ARGUMENT, message }]));
    const entrance = `${request.method} ${request.routeOptions.url ?? REST_BASE}`;
    log.error({ err: error, entrance }, 'a message could not be handled');
    faults.contained(entrance, error, cardRule(request.body ?? null));
    return sendRefusal(
      reply,
      refusal('internal', 'The hub could not handle this message. It is kept to be looked at.'),
    );
  });
}

import type { FastifyReply } from 'fastify';
import type { OutsideAnswer, OutsideRefusal } from '../../../shared/protocol/outside/answer.ts';
import { OUTSIDE_ERRORS } from '../../../shared/protocol/outside/outsideErrors.ts';

/** A queue of 1,000 is worked off within this; a full disk is looked at again in it. */
const RETRY_SECONDS = 1;

/** The answer of the socket, with the status its code has. */
export function sendAnswer(reply: FastifyReply, answer: OutsideAnswer): FastifyReply {
  return answer.ok ? reply.code(200).send(answer) : sendRefusal(reply, answer);
}

/** `status` where HTTP has a word of its own for it. */
export function sendRefusal(
  reply: FastifyReply,
  answer: OutsideRefusal,
  status: number = OUTSIDE_ERRORS[answer.error.code].status,
): FastifyReply {
  if (status === 429 || status === 503) reply.header('retry-after', RETRY_SECONDS);
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="heard"');
  return reply.code(status).send(answer);
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import { isJson } from '../pageRequest.ts';

/** A page of another site on this device, or a form, must not press a button of ours. */
export async function onlyOwnPages(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const site = request.headers['sec-fetch-site'];
  const isOwn = site === undefined || site === 'same-origin';
  if (isOwn && isJson(request)) return undefined;
  return reply.code(403).send(refusal('forbidden', 'Only pages of this device may do this.'));
}

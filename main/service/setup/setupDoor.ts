import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { ScreenIdentity } from '../../../shared/sync/server/syncServer.ts';
import type { HubPort } from '../../hub/port.ts';
import { isJson, isOfAnotherSite } from '../pageRequest.ts';
import { whoAsks } from '../whoAsks.ts';

/**
 * Who may set up: a session with the manager's role, or the person at this device until somebody has finished /setup. The gate has checked
 * Host and Origin before; here a page of another site is also kept out where its browser sends no Origin, and a form cannot post JSON.
 */
export function setupDoor(hub: HubPort) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    reply.header('cache-control', 'no-store');
    if (isOfAnotherSite(request)) {
      return reply.code(403).send(refusal('forbidden', 'Only pages of this device may set it up.'));
    }
    if (request.method !== 'GET' && !isJson(request)) {
      return reply.code(415).send(refusal('invalid', 'This wants JSON.'));
    }
    const identity = whoMaySetUp(hub, request);
    if (identity === null) {
      return reply.code(401).send(refusal('unauthorized', 'This browser is not let in.'));
    }
    if (!identity.roles.includes('manager')) {
      return reply.code(403).send(refusal('forbidden', 'This screen may not set up the house.'));
    }
    return undefined;
  };
}

export function whoMaySetUp(hub: HubPort, request: FastifyRequest): ScreenIdentity | null {
  return whoAsks(hub, { headers: request.headers, address: request.ip }, null);
}

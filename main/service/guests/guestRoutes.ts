import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Role } from '../../../shared/domain/events/actor.ts';
import {
  AuditAsk,
  GuestAsk,
  GuestChange,
  GuestSearch,
  PastDayAsk,
} from '../../../shared/guests/guestMessages.ts';
import { invalid, refusal } from '../../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../../shared/protocol/outside/parseMessage.ts';
import type { Asker } from '../../hub/guests/guestsPort.ts';
import type { HubPort } from '../../hub/port.ts';
import { isJson, isOfAnotherSite } from '../pageRequest.ts';
import { bearerOf } from '../rest/bearer.ts';
import { whoAsks } from '../whoAsks.ts';

export const GUESTS_BASE = '/api/guests';
const MAX_BYTES = 64 * 1024;

/**
 * Guests' cards, for hosts and managers. All is asked by POST with a body: a name in an address would stand in browsers' histories and in
 * logs. A page brings its cookie, a station its token.
 */
export async function addGuests(app: FastifyInstance, hub: HubPort): Promise<void> {
  await app.register(
    async (guests) => {
      guests.addHook('onRequest', guestDoor(hub));
      const post = <T>(
        path: string,
        schema: z.ZodType<T>,
        answer: (asked: T, asker: Asker, reply: FastifyReply) => unknown,
      ) =>
        guests.post(path, { bodyLimit: MAX_BYTES }, async (request, reply) => {
          const parsed = parseMessage(schema, request.body);
          if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
          const asker = askerOf(hub, request);
          if (asker === null) return reply.code(401).send(NOBODY);
          return answer(parsed.value, asker, reply);
        });
      post('/card', GuestAsk, ({ id }, asker) => ({ card: hub.guests.card(id, asker) }));
      post('/search', GuestSearch, ({ words }, asker) => hub.guests.search(words, asker));
      post('/day', PastDayAsk, ({ day }, asker) => hub.guests.pastDay(day, asker));
      post('/change', GuestChange, (change, asker, reply) =>
        hub.guests.change(change, asker) ? { ok: true } : reply.code(404).send(GONE),
      );
      post('/erase', GuestAsk, ({ id }, asker, reply) =>
        isManager(asker.roles)
          ? { erased: hub.guests.erase(id, asker) }
          : reply.code(403).send(refusal('forbidden', 'Only a manager erases a guest.')),
      );
      post('/audit', AuditAsk, ({ before }, asker, reply) =>
        isManager(asker.roles)
          ? hub.guests.audit(before)
          : reply.code(403).send(refusal('forbidden', 'Only a manager reads who looked.')),
      );
    },
    { prefix: GUESTS_BASE },
  );
}

const NOBODY = refusal('unauthorized', 'This browser is not let in.');
const GONE = refusal('not_found', 'There is no such guest any more.');

const isManager = (roles: readonly Role[]) => roles.includes('manager');

function guestDoor(hub: HubPort) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    reply.header('cache-control', 'no-store');
    if (isOfAnotherSite(request))
      return reply.code(403).send(refusal('forbidden', 'Only pages of this device may ask for guests.'));
    if (request.method !== 'POST' || !isJson(request))
      return reply.code(415).send(refusal('invalid', 'This wants JSON.'));
    const asker = askerOf(hub, request);
    if (asker === null) return reply.code(401).send(NOBODY);
    if (!asker.roles.includes('host') && !isManager(asker.roles))
      return reply.code(403).send(refusal('forbidden', 'Guests are for hosts and managers.'));
    const { ok, reasons } = hub.health();
    // Each look is written down: what cannot write must not show.
    if (!ok) return reply.code(503).send(refusal('unavailable', reasons[0] ?? 'The hub takes nothing now.'));
    return undefined;
  };
}

function askerOf(hub: HubPort, request: FastifyRequest): Asker | null {
  const identity = whoAsks(hub, { headers: request.headers, address: request.ip }, bearerOf(request));
  return identity === null ? null : { by: identity.screenName, roles: identity.roles };
}

import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import type { HubPort } from '../../hub/port.ts';
import { whoAsks } from '../whoAsks.ts';

const CODE_NAME = 'screen of the new hub';
/** Light modules around a code that readers need (ISO 18004: four). */
const QUIET_ZONE = 4;
const Asked = z.object({ path: z.string().regex(/^\/(?:kitchen\/[\w-]{1,40}|expo)$/u) });

/**
 * On the device that became the hub: one further screen is let in by a code, with what the page that asks may do itself and no more. A tablet
 * that was loaded anew knows neither the new address nor a way in, and nobody may have the time for set-up now.
 */
export function addScreenCode(app: FastifyInstance, hub: HubPort): void {
  app.post('/api/standby/code', async (request, reply) => {
    const who = whoAsks(hub, { headers: request.headers, address: request.ip }, null);
    if (who === null) return reply.code(401).send(refusal('unauthorized', 'This browser is not let in.'));
    const asked = Asked.safeParse(request.body);
    const address = hub.standbys.seen.ownAddresses()[0];
    if (!asked.success || address === undefined)
      return reply.code(422).send(refusal('invalid', 'There is no screen at this address.'));
    const roles = who.roles.filter((role) => role === 'kitchen' || role === 'expo');
    const code = hub.tokens.issueCode({ name: CODE_NAME, scope: 'screen', roles, source: null });
    const url = `${address}${asked.data.path}#t=${code}`;
    return reply.send({ url, address, svg: renderSVG(url, { ecc: 'M', border: QUIET_ZONE }) });
  });
}

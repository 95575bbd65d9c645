import type { FastifyInstance } from 'fastify';
import { invalid, refusal } from '../../../shared/protocol/outside/answer.ts';
import { parseMessage } from '../../../shared/protocol/outside/parseMessage.ts';
import { SetupScreenRequest, type SetupScreens } from '../../../shared/protocol/setup.ts';
import { isScreenScope } from '../whoAsks.ts';
import { deviceAddresses } from './addresses.ts';
import { screenCode } from './screenCodes.ts';
import type { SetupDeps } from './setupDeps.ts';
import { whoMaySetUp } from './setupDoor.ts';

/** The screens of the house: who has a token, new one-time codes, and the end of a token. Secrets are in no answer. */
export function addScreenRoutes(setup: FastifyInstance, { hub, connectedTokens }: SetupDeps): void {
  setup.get('/screens', async (request): Promise<SetupScreens> => {
    const here = connectedTokens();
    const own = whoMaySetUp(hub, request)?.tokenId ?? null;
    const screens = hub.tokens
      .list()
      .filter(({ scope }) => isScreenScope(scope))
      .map(({ id, name, scope, roles, createdAt }) => ({
        id,
        name,
        scope,
        roles: [...roles],
        createdAt,
        isHere: here.has(id),
        isThis: id === own,
      }));
    return { screens };
  });
  setup.post('/screens', async (request, reply) => {
    const parsed = parseMessage(SetupScreenRequest, request.body);
    if (!parsed.ok) return reply.code(422).send(invalid(parsed.fields));
    const { page, station, address } = parsed.value;
    const { config } = hub.config();
    // A code that travels to a strange address would let a stranger in.
    const port = request.socket.localPort ?? 0;
    const own = [...deviceAddresses(port, config.hosts), `http://${request.headers.host ?? ''}`];
    if (!own.includes(address)) {
      return reply.code(422).send(invalid([{ path: 'address', message: 'is not one of this device' }]));
    }
    if (page === 'kitchen' && !config.stations.some(({ id }) => id === station)) {
      return reply.code(422).send(invalid([{ path: 'station', message: 'is none of this house' }]));
    }
    return reply.send(screenCode(hub.tokens, parsed.value));
  });
  setup.post<{ Params: { id: string } }>('/screens/:id/revoke', async (request, reply) => {
    const { id } = request.params;
    const isScreen = hub.tokens.list().some((token) => token.id === id && isScreenScope(token.scope));
    if (!isScreen || !hub.tokens.revoke(id)) {
      return reply.code(404).send(refusal('not_found', 'There is no such screen any more.'));
    }
    return reply.send({ ok: true });
  });
}

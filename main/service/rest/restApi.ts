import type { FastifyInstance } from 'fastify';
import { REST_BASE } from '../../../shared/protocol/outside/restRoutes.ts';
import { authenticateRest } from './bearer.ts';
import { addFeed } from './feed.ts';
import { readJsonBodies } from './jsonBody.ts';
import { addMessages } from './messages.ts';
import { refuseThrown } from './refuseThrown.ts';
import type { RestDeps } from './restDeps.ts';

/** The events of `/pos` over HTTP (CONTRACT section 2): what a message means is decided by the same code. */
export async function addRest(app: FastifyInstance, deps: RestDeps): Promise<void> {
  await app.register(
    async (api) => {
      readJsonBodies(api);
      refuseThrown(api, deps);
      const callerOf = authenticateRest(api, deps);
      addMessages(api, deps, callerOf);
      addFeed(api, deps, callerOf);
    },
    { prefix: REST_BASE },
  );
}

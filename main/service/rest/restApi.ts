import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { REST_BASE } from '../../../shared/protocol/outside/restRoutes.ts';
import type { HubPort } from '../../hub/port.ts';
import type { EdgeFaults } from '../../sync/edgeFaults.ts';
import type { FailedAttempts } from '../../sync/failedAttempts.ts';
import { authenticateRest } from './bearer.ts';
import { addFeed } from './feed.ts';
import { readJsonBodies } from './jsonBody.ts';
import { addMessages } from './messages.ts';
import { refuseThrown } from './refuseThrown.ts';

export interface RestDeps {
  readonly hub: HubPort;
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
  readonly faults: EdgeFaults;
}

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

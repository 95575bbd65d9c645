import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { EdgeFaults } from '../sync/edgeFaults.ts';
import type { FailedAttempts } from '../sync/failedAttempts.ts';
import { addHealth, bareApp } from './bareApp.ts';
import { addMetrics } from './metrics/metricsRoute.ts';
import type { Watched } from './metrics/watched.ts';
import { addPages } from './pages.ts';
import { addReference } from './reference/referenceRoutes.ts';
import { addRest } from './rest/restApi.ts';
import { addSession } from './session.ts';
import type { SetupDeps } from './setup/setupDeps.ts';
import { addSetup } from './setup/setupRoutes.ts';

export interface HttpDeps extends SetupDeps {
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
  readonly faults: EdgeFaults;
  readonly watched: Watched;
  /** Where the built renderer lies. */
  readonly rendererDir: string;
}

/** Pages, health and the exchange of tokens. Who listens on its server beside it stands before it. */
export async function createHttpApp(deps: HttpDeps): Promise<FastifyInstance> {
  const { hub, log, failedAttempts, rendererDir } = deps;
  const app = bareApp(log);
  addHealth(app, () => hub.health());
  await addSession(app, hub, failedAttempts);
  await addSetup(app, deps);
  await addRest(app, deps);
  addReference(app, hub.build);
  addMetrics(app, deps.watched, failedAttempts);
  await addPages(app, hub, rendererDir);
  await app.ready();
  return app;
}

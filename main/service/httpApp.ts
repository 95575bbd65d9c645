import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { addLanguages } from '../languages/languageRoutes.ts';
import type { EdgeFaults } from '../sync/edgeFaults.ts';
import type { FailedAttempts } from '../sync/failedAttempts.ts';
import type { PosLink } from '../sync/PosLink.ts';
import { addHealth, bareApp } from './bareApp.ts';
import { addWhere } from './discovery/whereRoute.ts';
import { addFloorPictures } from './floorPictures.ts';
import { addGuests } from './guests/guestRoutes.ts';
import { addMetrics } from './metrics/metricsRoute.ts';
import type { Watched } from './metrics/watched.ts';
import { addPages } from './pages.ts';
import { addPlainAssets } from './plain/plainAssets.ts';
import { addReference } from './reference/referenceRoutes.ts';
import { addRest } from './rest/restApi.ts';
import { addSession } from './session.ts';
import type { SetupDeps } from './setup/setupDeps.ts';
import { addSetup } from './setup/setupRoutes.ts';
import type { FormerDesk } from './standby/FormerDesk.ts';
import { addFencedPages } from './standby/fencedPages.ts';
import { addFormerHub } from './standby/formerRoutes.ts';
import { addJoin } from './standby/joinRoute.ts';
import { letDeviceIn } from './standby/letDeviceIn.ts';
import { addScreenCode } from './standby/screenCodeRoute.ts';
import type { JoinWish } from './station/joinWish.ts';
import { isThisDevice, whoAsks } from './whoAsks.ts';

export interface HttpDeps extends SetupDeps {
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
  readonly faults: EdgeFaults;
  readonly posLink: PosLink;
  readonly dataDir: string;
  readonly watched: Watched;
  /** Where the built renderer lies. */
  readonly rendererDir: string;
  /** By which the pages of this very device are let in, when it was a station before. */
  readonly deviceToken: string | null;
  /** Makes this device, replaced by another hub, a station of that; null: it cannot. */
  readonly becomeStation: ((wish: JoinWish) => void) | null;
  readonly former: FormerDesk;
}

/** Pages, health and the exchange of tokens. Who listens on its server beside it stands before it. */
export async function createHttpApp(deps: HttpDeps): Promise<FastifyInstance> {
  const { hub, log, failedAttempts, rendererDir, deviceToken } = deps;
  const app = bareApp(log, () => deps.hub.standbys.seen.addresses());
  addHealth(app, () => hub.health());
  addWhere(app, hub);
  addPlainAssets(app, rendererDir);
  addLanguages(app);
  addFencedPages(app, deps);
  addJoin(app, hub, failedAttempts);
  addFormerHub(app, {
    former: deps.former,
    venue: () => hub.config().config.venue,
    mayRead: ({ headers, ip: address }) =>
      isThisDevice({ headers, address }) && whoAsks(hub, { headers, address }, null) !== null,
  });
  if (deviceToken !== null) {
    letDeviceIn(app, deviceToken);
    addScreenCode(app, hub);
  }
  await addSession(app, hub, failedAttempts);
  await addSetup(app, deps);
  await addGuests(app, hub);
  await addFloorPictures(app, hub);
  await addRest(app, deps);
  addReference(app, hub.build);
  addMetrics(app, deps.watched, failedAttempts);
  await addPages(app, hub, rendererDir);
  await app.ready();
  return app;
}

import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { addLanguages } from '../../languages/languageRoutes.ts';
import type { Station } from '../../station/Station.ts';
import { addHealth, bareApp } from '../bareApp.ts';
import { servePages } from '../pages.ts';
import { addPlainAssets } from '../plain/plainAssets.ts';
import type { FormerDesk } from '../standby/FormerDesk.ts';
import { addFormerHub } from '../standby/formerRoutes.ts';
import { addStandbyRoutes, type StandbyRoutesDeps } from '../standby/standbyRoutes.ts';
import { asidePage } from './asidePage.ts';
import { addGuestsAtHub } from './guestsAtHub.ts';
import type { OwnPaperDesk } from './openOwnPaper.ts';
import { addOwnPrinter } from './ownPrinterRoutes.ts';
import type { StationPictures } from './StationPictures.ts';

/** The screens this device shows itself. */
const PAGES = ['/kitchen/:station', '/expo', '/host', '/floor', '/ops'];
/** The house is set up at its hub. */
const HUB_PAGES = ['/setup', '/welcome'];

export interface StationAppDeps extends StandbyRoutesDeps {
  readonly station: Station;
  readonly paper: Pick<OwnPaperDesk, 'reasons' | 'printer' | 'test'>;
  readonly log: Logger;
  readonly rendererDir: string;
  /** The page of this station, `/kitchen/grill`. */
  readonly home: string;
  /** Where the hub is, or was last. */
  readonly hubUrl: () => string;
  readonly former: FormerDesk;
  readonly pictures: StationPictures;
}

/** A station's pages and health. Only this device reaches them. */
export async function createStationApp(deps: StationAppDeps): Promise<FastifyInstance> {
  const { station, paper, log, rendererDir, home, hubUrl, token, former, pictures } = deps;
  const app = bareApp(log);
  // It serves for as long as it runs: a hub that is away is a reason, not a fault of this process.
  addHealth(app, () => ({ ok: true, reasons: [...station.reasons(), ...paper.reasons()] }));
  app.addHook('onRequest', async (request, reply) => {
    const isPage = request.headers['sec-fetch-dest'] === 'document' || !request.url.includes('.');
    if (!station.isAside() || !isPage || request.url === '/health') return undefined;
    const path = request.url === '/' ? home : request.url;
    const { language } = station.config().config.venue;
    const address = `${hubUrl()}${path}#t=${encodeURIComponent(token)}`;
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(asidePage(address, language));
  });
  app.get('/', (_request, reply) => reply.redirect(home));
  for (const page of HUB_PAGES) app.get(page, (_request, reply) => reply.redirect(`${hubUrl()}${page}`));
  await app.register(fastifyCookie);
  addStandbyRoutes(app, deps);
  addOwnPrinter(app, paper);
  addGuestsAtHub(app, { hubUrl, token, log });
  pictures.add(app);
  addPlainAssets(app, rendererDir);
  addLanguages(app);
  // Its server listens to this device alone.
  addFormerHub(app, { former, venue: () => station.config().config.venue, mayRead: () => true });
  await servePages(app, rendererDir, PAGES);
  await app.ready();
  return app;
}

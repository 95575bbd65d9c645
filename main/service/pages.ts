import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { HubPort } from '../hub/port.ts';

/** Every address of the screens is the one page; it reads from its address what to show. */
const PAGES = ['/kitchen/:station', '/expo', '/host', '/floor', '/ops', '/setup', '/welcome'];
const DEFAULT_STATION = 'kitchen';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves the renderer from `folder` to any browser. */
export async function addPages(app: FastifyInstance, hub: HubPort, folder: string): Promise<void> {
  app.get('/', (_request, reply) =>
    reply.redirect(isNew(hub) ? '/welcome' : `/kitchen/${firstStation(hub)}`),
  );
  await servePages(app, folder, PAGES);
}

/** The one page at each of these addresses, and what it loads. */
export async function servePages(
  app: FastifyInstance,
  folder: string,
  pages: readonly string[],
): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    for (const page of pages) app.get(page, (_request, reply) => notBuilt(reply));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    // The bundler names what lies in assets by its content; all else is asked for anew.
    setHeaders: (reply, path) => {
      const isNamedByContent = path.startsWith(join(folder, 'assets') + sep);
      reply.header('cache-control', isNamedByContent ? FOR_EVER : 'no-cache');
    },
  });
  for (const page of pages) app.get(page, (_request, reply) => reply.sendFile('index.html'));
}

/** Nobody has set it up and no POS has sent anything: whoever opens it first is asked what it is to be. */
function isNew(hub: HubPort): boolean {
  const isConfigured = hub.settings.history(null, 1).some(({ note }) => note?.kind !== 'default');
  return hub.settings.setUpAt() === null && !isConfigured && hub.state().tickets.size === 0;
}

function firstStation(hub: HubPort): string {
  const { stations } = hub.config().config;
  const ids = stations.map(({ id }) => id);
  return ids.includes(DEFAULT_STATION) ? DEFAULT_STATION : (ids[0] ?? DEFAULT_STATION);
}

function notBuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/plain').send('The screens are not built yet: npm run build\n');
}

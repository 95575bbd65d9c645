import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';
import type { State } from '../../../shared/domain/model/state.ts';
import { type Tail, tailOf } from '../../../shared/domain/selectors/tail.ts';
import { en } from '../../../shared/lib/words/en.ts';
import { es } from '../../../shared/lib/words/es.ts';
import type { HubPort } from '../../hub/port.ts';
import { whoAsks } from '../whoAsks.ts';
import { fencedPage } from './fencedPage.ts';

const ALL = Number.MAX_SAFE_INTEGER;
/** Light modules around a code that readers need (ISO 18004: four). */
const QUIET_ZONE = 4;
const CODE_PX = 240;

/** A hub that was replaced shows, at every page's address, who took over and what only it knows. */
export function addFencedPages(app: FastifyInstance, hub: HubPort): void {
  app.addHook('onRequest', async (request, reply) => {
    const by = hub.fencing.by();
    const isPage = request.headers['sec-fetch-dest'] === 'document' || isPagePath(request.url);
    if (by === null || request.method !== 'GET' || !isPage) return undefined;
    const { language, timeZone } = hub.config().config.venue;
    const address = by.addresses[0] ?? null;
    const page = fencedPage({
      words: (language === 'es' ? es : en).fenced,
      language,
      timeZone,
      address,
      code: address === null ? null : sized(renderSVG(address, { ecc: 'M', border: QUIET_ZONE })),
      at: by.at,
      // What was ordered is for the house's own screens; that this is no hub any more is for everybody.
      tail:
        whoAsks(hub, { headers: request.headers, address: request.ip }, null) === null
          ? 'hidden'
          : tailOfHub(hub),
    });
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
  });
}

/** The page may have no style of its own, and without a size the code would fill it. */
function sized(svg: string): string {
  return svg.replace('<svg ', `<svg width="${CODE_PX}" height="${CODE_PX}" `);
}

/** What this hub has written that the newer one has not; null: that is not known yet. */
function tailOfHub(hub: HubPort): Tail | null {
  const common = hub.fencing.by()?.common ?? null;
  if (common === null) return null;
  return tailOf(hub.eventsAfter(common, ALL), (id) => nameIn(hub.state(), id));
}

function nameIn(state: State, id: string) {
  for (const ticket of state.tickets.values())
    if (ticket.id === id) return { number: ticket.head.number, table: ticket.head.table };
  return null;
}

function isPagePath(url: string): boolean {
  return /^\/(?:kitchen\/[^/.]+|expo|host|floor|ops|setup|welcome)?(?:\?.*)?$/u.test(url);
}

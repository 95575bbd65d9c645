import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { State } from '../../../shared/domain/model/state.ts';
import { type Tail, tailOf } from '../../../shared/domain/selectors/tail.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { refusal } from '../../../shared/protocol/outside/answer.ts';
import { mayShow } from '../../../shared/sync/server/mayShow.ts';
import type { ScreenIdentity } from '../../../shared/sync/server/syncServer.ts';
import type { HubPort } from '../../hub/port.ts';
import type { JoinWish } from '../station/joinWish.ts';
import { isThisDevice, whoAsks } from '../whoAsks.ts';
import { askToJoin } from './askToJoin.ts';
import { codeOf } from './codeOf.ts';
import { fencedPage } from './fencedPage.ts';
import { onlyOwnPages } from './onlyOwnPages.ts';
import { speechOf } from './tailList.ts';

const ALL = Number.MAX_SAFE_INTEGER;
const EXPO = 'expo';

const Asked = z.object({ station: StationId });

export interface FencedDeps {
  readonly hub: HubPort;
  readonly log: Logger;
  /** Begins to become a station; null: this service cannot. */
  readonly becomeStation: ((wish: JoinWish) => void) | null;
}

/** A hub that was replaced shows, at every page's address, who took over and what only it knows; and can be made a station from there. */
export function addFencedPages(app: FastifyInstance, deps: FencedDeps): void {
  const { hub } = deps;
  app.addHook('onRequest', async (request, reply) => {
    const isPage = request.headers['sec-fetch-dest'] === 'document' || isPagePath(request.url);
    if (hub.fencing.by() === null || request.method !== 'GET' || !isPage) return undefined;
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(pageFor(request, deps));
  });
  addBecomeStation(app, deps);
}

function pageFor(request: FastifyRequest, { hub, becomeStation }: FencedDeps): string {
  const by = hub.fencing.by();
  const { venue } = hub.config().config;
  const address = by?.addresses[0] ?? null;
  const speech = speechOf(venue);
  const who = whoAsks(hub, { headers: request.headers, address: request.ip }, null);
  const isHere = isThisDevice({ headers: request.headers, address: request.ip });
  return fencedPage({
    speech,
    address,
    code: address === null ? null : codeOf(address, speech.words.fenced.code),
    at: by?.at ?? 0,
    // What was ordered is for the house's own screens; that this is no hub any more is for everybody.
    tail: who === null ? 'hidden' : tailOfHub(hub),
    stations: who === null || !isHere || becomeStation === null ? null : stationsFor(hub, who),
  });
}

/** The button: a token of the new hub first, because without one this device had better stay what it is. */
function addBecomeStation(app: FastifyInstance, { hub, log, becomeStation }: FencedDeps): void {
  let isUnderWay = false;
  app.post('/api/standby/station', { onRequest: onlyOwnPages }, async (request, reply) => {
    const asking = { headers: request.headers, address: request.ip };
    const who = whoAsks(hub, asking, null);
    if (who === null || !isThisDevice(asking))
      return reply.code(403).send(refusal('forbidden', 'Only pages of this device may do this.'));
    const asked = Asked.safeParse(request.body);
    const station = stationsFor(hub, who).find(({ id }) => id === asked.data?.station)?.id;
    if (station === undefined)
      return reply.code(422).send(refusal('invalid', 'There is no such station for whoever asks.'));
    if (hub.fencing.by() === null || becomeStation === null || isUnderWay)
      return reply
        .code(409)
        .send({ ...refusal('conflict', 'This device is no hub that was replaced.'), why: 'failed' });
    isUnderWay = true;
    const joined = await askToJoin(hub, who.roles, log);
    isUnderWay = joined.ok;
    if (!joined.ok)
      return reply
        .code(409)
        .send({ ...refusal('conflict', 'The new hub did not let this device in.'), why: joined.why });
    const { hubUrl, token } = joined;
    // After the answer: the server that gives it is about to close.
    reply.raw.once('finish', () => setImmediate(() => becomeStation({ hubUrl, token, station })));
    return reply.code(202).send({ ok: true });
  });
}

function stationsFor(hub: HubPort, { roles }: ScreenIdentity): Array<{ id: StationId; name: string }> {
  const { stations, pass } = hub.config().config;
  const { words } = speechOf(hub.config().config.venue);
  const all = [...stations.map(({ id, name }) => ({ id, name })), { id: EXPO, name: words.footer.expo }];
  return all
    .map(({ id, name }) => ({ id: StationId.parse(id), name }))
    .filter(({ id }) => mayShow(roles, id) && (id !== EXPO || pass === 'expo'));
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

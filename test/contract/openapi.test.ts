import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MESSAGES } from '../../shared/protocol/outside/messageExamples.ts';
import { pathFields, REST_BASE, REST_ROUTES } from '../../shared/protocol/outside/restRoutes.ts';
import { type Prism, startPrism } from '../support/prism.ts';
import { ask, type RestReply } from '../support/restClient.ts';
import { restPath } from '../support/restPath.ts';
import { startService, type TestService } from '../support/service.ts';
import { aTicket } from '../support/tickets.ts';
import { MALFORMED } from './malformedInputs.ts';

/** What Prism found between document and hub, in the header of each answer. */
const Violations = z.array(
  z.object({ location: z.array(z.union([z.string(), z.number()])), message: z.string() }),
);
type Violations = z.infer<typeof Violations>;

const Document = z.looseObject({ paths: z.record(z.string(), z.unknown()) });

let service: TestService;
let prism: Prism;
let document: z.infer<typeof Document>;
let token: string;

beforeAll(async () => {
  service = await startService();
  token = service.token('pos');
  document = Document.parse((await ask(`${service.url}/openapi.json`)).body);
  prism = await startPrism(document, service.url);
}, 120_000);
afterAll(async () => {
  prism.stop();
  await service.stop();
});

function violationsOf({ headers }: RestReply): Violations {
  const said = headers.get('sl-violations');
  return said === null ? [] : Violations.parse(JSON.parse(said));
}
const of = (place: 'request' | 'response', reply: RestReply) =>
  violationsOf(reply).filter(({ location }) => location[0] === place);

async function through(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  via: Prism = prism,
): Promise<RestReply> {
  const auth = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return await ask(via.url + REST_BASE + path, {
    method: 'POST',
    headers: { ...auth, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const get = (path: string, authorization = `Bearer ${token}`) =>
  ask(prism.url + path, { headers: { authorization } });

function keyHeader(key: unknown): Record<string, string> {
  return key === undefined ? {} : { 'idempotency-key': String(key) };
}

/** The example of an event as the document has it: the key goes into the header. */
function exampleOf(event: string, fields: object = {}) {
  const route = REST_ROUTES.find((one) => one.event === event);
  if (!route) throw new Error(`no path for ${event}`);
  const { path, body } = restPath(route, { ...MESSAGES[event]?.example, ...fields });
  const { key, ...rest } = { key: undefined, ...body };
  return { path, body: rest, headers: keyHeader(key) };
}

describe('/openapi.json', () => {
  it('is valid OpenAPI 3.1 to a public validator, and names every path', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const ours = REST_ROUTES.map(({ path }) => REST_BASE + path);
    expect(Object.keys(document.paths).sort()).toEqual(
      [...ours, `${REST_BASE}/feed`, `${REST_BASE}/feed/ack`, '/health'].sort(),
    );
  });
});

describe('Prism between the examples and the hub', () => {
  it.each(REST_ROUTES)('finds nothing in $event and its answer', async ({ event }) => {
    const { path, body, headers } = exampleOf(event);
    const reply = await through(path, body, headers);
    expect(violationsOf(reply)).toEqual([]);
    expect([200, 404, 409]).toContain(reply.status);
  });

  it('finds nothing in what is applied, duplicate, stale, a conflict, unknown or forbidden', async () => {
    const ticket = aTicket({ revision: 5 });
    const bookings = { authorization: `Bearer ${service.token('bookings')}` };
    const replies = [
      await through('/tickets', ticket),
      await through('/tickets', ticket),
      await through('/tickets', { ...ticket, revision: 4 }),
      await through('/tickets', { ...ticket, notes: 'x' }),
      await through(`/tickets/till/${ticket.id}/fire`, { course: 9 }),
      await through('/tickets', ticket, bookings),
      await through('/tickets', ticket, { authorization: 'Bearer wrong' }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 409, 404, 403, 401]);
    expect(replies.flatMap(violationsOf)).toEqual([]);
  });

  it('finds nothing in the feed, its refusals and /health', async () => {
    const replies = [
      await get(`${REST_BASE}/feed?after=0`),
      await get(`${REST_BASE}/feed?after=0&limit=1&wait=1&epoch=9-x`),
      await get(`${REST_BASE}/feed`, 'Bearer wrong'),
      await through('/feed/ack', { seq: 1 }),
      await through('/feed/ack', { seq: 9_999_999 }),
      await get('/health'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 401, 200, 422, 200]);
    expect(replies.flatMap(violationsOf)).toEqual([]);
  });

  it('sees a wrong field: an answer that is not as the document says', async () => {
    const planted = JSON.parse(
      JSON.stringify(document).replaceAll(
        '"required":["ok","result","id","seq"]',
        '"required":["ok","outcome"]',
      ),
    );
    const other = await startPrism(planted, service.url);
    try {
      const reply = await through('/tickets', aTicket(), {}, other);
      expect(of('response', reply)).toMatchObject([{ message: expect.stringContaining('outcome') }]);
    } finally {
      other.stop();
    }
  });
});

/** What JSON Schema cannot say: something that stands twice, the decimals of a number, a text that is no Unicode. */
const ONLY_THE_HUB_SEES = [
  /= 0\.0001$|= 1\.23456$/u,
  /courses = .*"number":1.*"number":1/u,
  /items\.1\.id = "a"/u,
  /\\ud800/u,
];

const malformed = MALFORMED.flatMap(({ event, why, argument, path }) => {
  const route = REST_ROUTES.find((one) => one.event === event);
  const isObject = typeof argument === 'object' && argument !== null && !Array.isArray(argument);
  if (!route || !isObject || path === 'key' || pathFields(route.path).includes(path)) return [];
  const { path: url, body } = restPath(route, argument);
  const { key, ...rest } = { key: undefined, ...body };
  return [{ event, why, url, body: rest, headers: keyHeader(key) }];
});

describe('Prism between malformed messages and the hub', () => {
  it('has hundreds', () => {
    expect(malformed.length).toBeGreaterThan(150);
  });

  it.each(malformed)('agrees about $event: $why', async ({ why, url, body, headers }) => {
    const reply = await through(url, body, headers);
    expect(reply.status).toBe(422);
    expect(of('response', reply)).toEqual([]);
    const isSeen = of('request', reply).length > 0;
    expect(isSeen).toBe(!ONLY_THE_HUB_SEES.some((hidden) => hidden.test(why)));
  });
});

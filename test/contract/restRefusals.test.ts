import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REST_BASE, REST_ROUTES } from '../../shared/protocol/outside/restRoutes.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { type RestClient, restClient } from '../support/restClient.ts';
import { restPath } from '../support/restPath.ts';
import { startService, type TestService } from '../support/service.ts';
import { aTicket } from '../support/tickets.ts';
import { MALFORMED } from './malformedInputs.ts';

const MB = 1024 * 1024;

let service: TestService;
let rest: RestClient;
let pos: PosClient;

beforeAll(async () => {
  service = await startService();
  const token = service.token('pos');
  rest = restClient(service.url, token);
  pos = await connectPos(service.url, token);
});
afterAll(async () => {
  pos.close();
  await service.stop();
});

/** Those that can be said over HTTP: what stands in a path is a text and is there. */
const OVER_HTTP = MALFORMED.flatMap((bad) => {
  const route = REST_ROUTES.find(({ event }) => event === bad.event);
  if (bad.event === 'feed.ack') return [{ ...bad, url: '/feed/ack', body: bad.argument }];
  if (!route) return [];
  if (!route.path.includes('{')) return [{ ...bad, url: route.path, body: bad.argument }];
  const { argument } = bad;
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) {
    return [{ ...bad, url: restPath(route, { source: 'till', id: 'x' }).path, body: argument }];
  }
  if (bad.path === 'source' || bad.path === 'id') return [];
  const { path, body } = restPath(route, argument);
  return [{ ...bad, url: path, body }];
});

describe('malformed messages over HTTP', () => {
  it('are hundreds, of every event', () => {
    expect(OVER_HTTP.length).toBeGreaterThan(200);
  });

  it.each(OVER_HTTP)('$url: $why', async ({ url, body, path }) => {
    const reply = await rest.send(url, JSON.stringify(body));
    expect(reply).toMatchObject({ status: 422, body: { ok: false, error: { code: 'invalid' } } });
    const paths = reply.body.error.fields.map((field: { path: string }) => field.path);
    expect(paths.filter((one: string) => one === path || one.startsWith(`${path}.`))).not.toEqual([]);
  });
});

describe('bodies that are no message', () => {
  const noJson = [{ path: 'argument', message: expect.any(String) }];

  it.each<[string, string | Uint8Array]>([
    ['half of one', '{"source":"ti'],
    ['words', 'ticket'],
    ['two', '{}{}'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['a number alone', '7'],
    ['a list', '[{}]'],
    ['null', 'null'],
  ])('%s is 422 with fields', async (_why, body) => {
    expect(await rest.send('/tickets', body)).toMatchObject({
      status: 422,
      body: { ok: false, error: { code: 'invalid', fields: noJson } },
    });
  });

  it('nothing at all is an empty message', async () => {
    expect(await rest.post('/tickets')).toMatchObject({ status: 422, body: { error: { code: 'invalid' } } });
    const ticket = aTicket();
    await rest.post('/tickets', ticket);
    expect(await rest.post(`/tickets/${ticket.source}/${ticket.id}/void`)).toMatchObject({ status: 200 });
  });

  it('anything but application/json is 415', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/xml',
    ]) {
      expect(await rest.send('/tickets', '{}', { 'content-type': type }), type).toMatchObject({
        status: 415,
        body: { ok: false, error: { code: 'invalid', fields: noJson } },
      });
    }
    const charset = { 'content-type': 'application/json; charset=utf-8' };
    expect(await rest.post('/tickets', aTicket(), charset)).toMatchObject({ status: 200 });
  });

  it('nested 100,000 deep is refused or ignored, names of a prototype are harmless', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const ticket = aTicket();
    expect(await rest.send('/tickets', deep)).toMatchObject({ status: 422 });
    const with_ = JSON.stringify({ ...ticket, extra: 0 }).replace('"extra":0', `"extra":${deep}`);
    expect(await rest.send('/tickets', with_)).toMatchObject({ status: 200 });
    const hostile = JSON.stringify(ticket).replace('{', '{"__proto__":{"vip":true},"constructor":{"x":1},');
    expect(await rest.send('/tickets', hostile)).toMatchObject({
      status: 200,
      body: { result: 'duplicate' },
    });
    expect(
      await rest.send('/tickets/__proto__/constructor/void', '{"__proto__":{"reason":"x"}}'),
    ).toMatchObject({
      status: 404,
    });
  });

  it('an address that is no text is 400', async () => {
    const reply = await raw('/tickets/till/%E0%A4%A/fire', {}, '{"course":1}');
    expect([reply.status, JSON.parse(reply.body)]).toMatchObject([
      400,
      { ok: false, error: { code: 'invalid' } },
    ]);
  });

  it('over 1 MB is 413, over 4 MB closes the connection, and nobody else’s', async () => {
    const padded = (bytes: number) => aTicket({ padding: 'x'.repeat(bytes) });
    expect(await rest.post('/tickets', padded(MB - 1000))).toMatchObject({ status: 200 });
    for (const bytes of [MB, 4_000_000]) {
      const { status, headers, body } = await rest.post('/tickets', padded(bytes));
      expect([status, body.error.code]).toEqual([413, 'too_large']);
      expect(headers.get('connection')).not.toBe('close');
    }
    const beyond = await rest.post('/tickets', padded(5 * MB)).then(
      ({ status, headers }) => [status, headers.get('connection')],
      () => [413, 'close'],
    );
    expect(beyond).toEqual([413, 'close']);
    expect(await pos.send('ticket.put', aTicket())).toMatchObject({ ok: true });
  });
});

describe('who may', () => {
  it('nobody without a token of scope pos or bookings', async () => {
    for (const token of [null, 'wrong', service.token('screen'), service.token('admin')]) {
      const { status, headers, body } = await restClient(service.url, token).post('/tickets', aTicket());
      expect([status, body.error.code, headers.get('www-authenticate')]).toEqual([
        401,
        'unauthorized',
        'Bearer realm="heard"',
      ]);
    }
    expect(await restClient(service.url, null).get('/feed')).toMatchObject({ status: 401 });
  });

  it('a bookings token may not touch tickets, one of a source names no other', async () => {
    const bookings = restClient(service.url, service.token('bookings'));
    expect(await bookings.post('/tickets', aTicket())).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden' } },
    });
    expect(await bookings.post('/parties', {})).toMatchObject({ body: { error: { code: 'invalid' } } });
    const bar = restClient(service.url, service.token('pos', '--source', 'bar'));
    expect(await bar.post('/tickets', aTicket())).toMatchObject({ status: 403 });
    expect(await bar.post('/tickets/till/x/fire', { course: 1 })).toMatchObject({ status: 403 });
    expect(await bar.post('/tickets', aTicket({ source: 'bar' }))).toMatchObject({ status: 200 });
  });

  it('a revoked token no longer', async () => {
    const token = service.token('pos');
    const [id = ''] = service.heard('token', 'list').split('\n').at(-1)?.split('\t') ?? [];
    expect(await restClient(service.url, token).post('/tickets', aTicket())).toMatchObject({ status: 200 });
    service.heard('token', 'revoke', id);
    expect(await restClient(service.url, token).post('/tickets', aTicket())).toMatchObject({ status: 401 });
  });

  it('no foreign page and no foreign name, even with a token', async () => {
    const bearer = { authorization: `Bearer ${service.token('pos')}`, 'content-type': 'application/json' };
    const body = JSON.stringify(aTicket());
    expect((await raw('/tickets', { ...bearer, host: 'evil.example' }, body)).status).toBe(403);
    expect((await raw('/tickets', { ...bearer, origin: 'http://evil.example' }, body)).status).toBe(403);
    expect((await raw('/tickets', bearer, body)).status).toBe(200);
  });

  it('who keeps guessing is told to wait; a right token never is', async () => {
    const wrong = restClient(service.url, 'wrong');
    const replies = await Promise.all(Array.from({ length: 30 }, () => wrong.post('/tickets', {})));
    const late = replies.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(10);
    for (const { headers, body } of late) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(body.error.code).toBe('unauthorized');
    }
    const startedAt = performance.now();
    expect(await rest.post('/tickets', aTicket())).toMatchObject({ status: 200 });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

/** `fetch` lets nobody choose Host, and mends addresses. */
function raw(
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, path: REST_BASE + path, method: 'POST', headers, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGES } from '../../shared/protocol/outside/messageExamples.ts';
import { REST_ROUTES } from '../../shared/protocol/outside/restRoutes.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { type RestClient, restClient } from '../support/restClient.ts';
import { restPath } from '../support/restPath.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

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

const exampleOf = (event: string) => MESSAGES[event]?.example ?? {};
/** The fields that an event has. */
const only = (example: object, fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(example, name)));
const coursed = (fields = {}) =>
  aTicket({ items: [anItem('i1', { course: 1 }), anItem('i2', { course: 2 })], ...fields });

describe('every event over HTTP', () => {
  it.each(REST_ROUTES)('$event is answered as over Socket.IO', async (route) => {
    const { event } = route;
    // A house of its own for each way: its source, table and ticket.
    const over = async (way: string, send: (argument: object) => Promise<unknown>) => {
      const own = { source: `${way}-${event}`, id: `${way}-${event}`, table: `${way}-${event}` };
      await pos.send('ticket.put', { ...exampleOf('ticket.put'), ...own });
      if (event === 'item.refire') await pos.send('course.fire', { ...own, course: 2 });
      if (event === 'table.resume') await pos.send('table.hold', own);
      if (event === 'ticket.put') Object.assign(own, { id: `${own.id}-2` });
      return await send({ ...exampleOf(event), ...only(exampleOf(event), own) });
    };
    const socket = await over('socket', (argument) => pos.send(event, argument));
    let status = 0;
    const http = await over('http', async (argument) => {
      const { path, body } = restPath(route, argument);
      const reply = await rest.post(path, body);
      status = reply.status;
      return reply.body;
    });
    const shape = (answer: unknown) =>
      JSON.parse(
        JSON.stringify(answer, (name, value) => (name === 'seq' || name === 'id' ? typeof value : value)),
      );
    expect(shape(http)).toEqual(shape(socket));
    expect(shape(http)).toMatchObject({ ok: true });
    expect(status).toBe(200);
  });

  it('a put is applied, then duplicate, stale or a conflict', async () => {
    const ticket = aTicket({ revision: 5 });
    const first = await rest.post('/tickets', ticket);
    expect(first).toMatchObject({ status: 200, body: { ok: true, result: 'applied', id: ticket.id } });
    expect(await rest.post('/tickets', ticket)).toMatchObject({
      status: 200,
      body: { result: 'duplicate', seq: first.body.seq },
    });
    expect(await rest.post('/tickets', { ...ticket, revision: 4 })).toMatchObject({
      status: 200,
      body: { result: 'stale' },
    });
    expect(await rest.post('/tickets', { ...ticket, notes: 'x' })).toMatchObject({
      status: 409,
      body: { ok: false, error: { code: 'conflict' } },
    });
    const { revision: _revision, ...bare } = ticket;
    expect(await rest.post('/tickets', bare)).toMatchObject({
      status: 409,
      body: { error: { code: 'revision_required' } },
    });
  });

  it('what is not there is 404', async () => {
    const { source, id } = await put(coursed());
    expect(await rest.post(`/tickets/${source}/${id}/fire`, { course: 9 })).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
    expect(await rest.post(`/tickets/${source}/nobody/void`)).toMatchObject({ status: 404 });
    expect(await rest.post('/no/such')).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
  });

  it('an address takes its own method alone', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(new URL('/api/v1/tickets', service.url), {
        method,
        headers: { authorization: `Bearer ${service.token('pos')}` },
      });
      expect([response.status, response.headers.get('allow')], method).toEqual([405, 'POST']);
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    }
  });

  it('ids stand percent-encoded in the path, whatever is in them', async () => {
    for (const id of ['a/b', 'ä ö', '100%', '?#&', '😀'.repeat(200), '%2F', 'x+y', '..%']) {
      const ticket = await put(coursed({ id }));
      const path = `/tickets/${encodeURIComponent(ticket.source)}/${encodeURIComponent(id)}/fire`;
      expect(await rest.post(path, { course: 2 }), id).toMatchObject({ status: 200, body: { id } });
    }
    expect(await rest.post(`/tickets/till/${'x'.repeat(201)}/fire`, { course: 1 })).toMatchObject({
      status: 422,
      body: { error: { fields: [{ path: 'id' }] } },
    });
  });

  it('what the path names may be repeated in the body, and not otherwise', async () => {
    const { source, id } = await put(coursed());
    expect(await rest.post(`/tickets/${source}/${id}/fire`, { source, id, course: 1 })).toMatchObject({
      status: 200,
    });
    expect(await rest.post(`/tickets/${source}/${id}/fire`, { id: 'other', course: 1 })).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid', fields: [{ path: 'id' }] } },
    });
  });
});

describe('Idempotency-Key', () => {
  const keyed = (key: string) => ({ 'idempotency-key': key });

  it('is the key of Socket.IO, one for both', async () => {
    const { source, id } = await put(coursed());
    const refire = { item: 'i1', reason: 'cold' };
    const first = await rest.post(`/tickets/${source}/${id}/refire`, refire, keyed('r1'));
    expect(first.body).toMatchObject({ ok: true, result: 'applied' });
    const again = await pos.send('item.refire', { source, id, ...refire, key: 'r1' });
    expect(again).toMatchObject({ ok: true, result: 'duplicate', seq: first.body.seq });
    expect(await pos.send('item.refire', { source, id, ...refire, reason: 'raw', key: 'r1' })).toMatchObject({
      error: { code: 'conflict' },
    });

    await pos.send('item.refire', { source, id, ...refire, key: 'r2' });
    const echo = await rest.post(`/tickets/${source}/${id}/refire`, refire, keyed('r2'));
    expect(echo).toMatchObject({ status: 200, body: { result: 'duplicate' } });
    expect(await rest.post(`/tickets/${source}/${id}/refire`, { ...refire, key: 'r2' })).toMatchObject({
      body: { result: 'duplicate' },
    });
  });

  it('with another message is 409, with another key in the body 422', async () => {
    const { source, id } = await put(coursed());
    await rest.post(`/tickets/${source}/${id}/fire`, { course: 2 }, keyed('f'));
    expect(await rest.post(`/tickets/${source}/${id}/fire`, { course: 1 }, keyed('f'))).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
    expect(
      await rest.post(`/tickets/${source}/${id}/fire`, { course: 1, key: 'a' }, keyed('b')),
    ).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'key' }] } } });
  });

  it('is asked for where a repetition would cook twice', async () => {
    const { source, id } = await put(coursed());
    expect(await rest.post(`/tickets/${source}/${id}/refire`, { item: 'i1', reason: 'x' })).toMatchObject({
      status: 422,
      body: { error: { fields: [{ path: 'key' }] } },
    });
  });
});

async function put(ticket: ReturnType<typeof aTicket>) {
  expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true });
  return { source: ticket.source, id: ticket.id };
}

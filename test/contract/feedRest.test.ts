import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runService } from '../../main/service/runService.ts';
import type { FeedMessage } from '../../shared/protocol/outside/feedMessage.ts';
import { type Cook, connectCook } from '../support/cook.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { type RestClient, restClient } from '../support/restClient.ts';
import { runHeard, startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

const DAY_MS = 24 * 3_600_000;

let service: TestService;
let token: string;
let rest: RestClient;
let pos: PosClient;
let cook: Cook;

beforeAll(async () => {
  service = await startService();
  token = service.token('pos');
  rest = restClient(service.url, token);
  pos = await connectPos(service.url, token);
  cook = await connectCook(service.url);
});
afterAll(async () => {
  pos.close();
  cook.close();
  await service.stop();
});

const end = async () => (await rest.feed(`after=${await cook.seq()}`)).seq;
const timed = async <T>(work: Promise<T>) => {
  const startedAt = performance.now();
  return { result: await work, ms: performance.now() - startedAt };
};

describe('GET /feed', () => {
  it('tells the same messages as the socket, page by page', async () => {
    for (let count = 0; count < 5; count += 1) {
      const ticket = aTicket();
      await pos.send('ticket.put', ticket);
      await cook.bump(ticket.id);
    }
    const last = await end();
    const listener = await connectPos(service.url, service.token('pos'));
    await listener.send('feed.resume', { after: 0 });
    const told: FeedMessage[] = [];
    for (let after = 0; ; ) {
      const page = await rest.feed(`after=${after}&limit=7`);
      if (page.messages.length === 0) break;
      expect(page.messages.length).toBeLessThanOrEqual(7);
      expect(page.messages.every((message) => message.seq > after && message.seq <= page.seq)).toBe(true);
      told.push(...page.messages);
      after = page.seq;
    }
    await listener.hears((message) => message.seq === told.at(-1)?.seq);
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual(listener.feed.filter(({ seq }) => seq <= last));
    listener.close();
  });

  it('says which log it is, and how far it has told', async () => {
    expect((await rest.get(`/feed?after=${await end()}`)).body).toEqual({
      ok: true,
      epoch: service.epoch,
      seq: await end(),
      messages: [],
    });
  });

  it('with `wait` answers as soon as something happens', async () => {
    const after = await end();
    const waiting = timed(rest.feed(`after=${after}&wait=20`));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ticket = aTicket();
    await pos.send('ticket.put', ticket);
    const { result, ms } = await waiting;
    expect(result.messages[0]).toMatchObject({ type: 'ticket.received', ticket: { id: ticket.id } });
    expect(ms).toBeGreaterThan(150);
    expect(ms).toBeLessThan(5_000);
  });

  it('with `wait` answers empty when nothing does, and at once without', async () => {
    const after = await end();
    const { result, ms } = await timed(rest.feed(`after=${after}&wait=1`));
    expect([result.messages, result.seq]).toEqual([[], after]);
    expect(ms).toBeGreaterThan(900);
    expect(ms).toBeLessThan(4_000);
    expect((await timed(rest.feed(`after=${after}`))).ms).toBeLessThan(900);
  });

  it('waits on over what is not for this listener', async () => {
    const bar = restClient(service.url, service.token('pos', '--source', 'bar'));
    const after = await end();
    const waiting = bar.feed(`after=${after}&wait=20`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await pos.send('ticket.put', aTicket());
    const own = aTicket({ source: 'bar' });
    await pos.send('ticket.put', own);
    const { messages } = await waiting;
    expect(messages[0]).toMatchObject({ type: 'ticket.received', ticket: { source: 'bar', id: own.id } });
    expect(messages.every(({ ticket }) => ticket?.source === 'bar')).toBe(true);
  });

  it('a bookings token hears courses, runs and alerts alone', async () => {
    const bookings = restClient(service.url, service.token('bookings'));
    const after = await end();
    const ticket = aTicket({ items: [anItem('a', { course: 1 })] });
    await pos.send('ticket.put', ticket);
    await cook.bump(ticket.id);
    const { messages } = await bookings.feed(`after=${after}`);
    expect(new Set(messages.map(({ type }) => type))).toEqual(
      new Set(['course.fired', 'course.ready', 'course.run', 'ticket.run']),
    );
  });

  it('does not acknowledge; POST /feed/ack does, for both ways', async () => {
    const own = service.token('pos');
    const mine = restClient(service.url, own);
    const first = await mine.feed('limit=3');
    expect(first.messages.length).toBe(3);
    expect((await mine.feed('limit=3')).messages).toEqual(first.messages);
    expect(await mine.post('/feed/ack', { seq: first.seq })).toMatchObject({
      status: 200,
      body: { ok: true, seq: first.seq },
    });
    expect((await mine.feed('limit=3')).messages[0]?.seq).toBeGreaterThan(first.seq);
    const socket = await connectPos(service.url, own);
    expect(await socket.send('feed.resume', {})).toEqual({ ok: true, seq: first.seq });
    socket.close();
    expect(await mine.post('/feed/ack', { seq: 9_999_999 })).toMatchObject({
      status: 422,
      body: { error: { fields: [{ path: 'seq' }] } },
    });
  });

  it('answers a position of another log with feed.restarted first', async () => {
    for (const query of ['after=3&epoch=9-other', 'after=9999999']) {
      const { messages } = await rest.feed(query);
      expect(messages[0]).toMatchObject({ type: 'feed.restarted', forkSeq: 0, epoch: service.epoch });
      expect(messages[1]).toMatchObject({ type: 'ticket.received' });
    }
  });

  it('refuses a question that cannot be read', async () => {
    const bad = ['after=-1', 'after=x', 'after=1.5', 'wait=31', 'wait=1s', 'limit=0', 'limit=1001', 'epoch='];
    for (const query of [...bad, 'after=1&after=2']) {
      const field = query.split('=')[0];
      expect(await rest.get(`/feed?${query}`), query).toMatchObject({
        status: 422,
        body: { error: { code: 'invalid', fields: [{ path: field }] } },
      });
    }
  });

  it('a hundred may wait at once, and who hangs up harms nobody', async () => {
    const after = await end();
    const gone = new AbortController();
    const left = Array.from({ length: 50 }, () =>
      rest.get(`/feed?after=${after}&wait=20`, gone.signal).catch(() => 'gone'),
    );
    const stayed = Array.from({ length: 50 }, () => rest.feed(`after=${after}&wait=20`));
    await new Promise((resolve) => setTimeout(resolve, 300));
    gone.abort();
    expect(new Set(await Promise.all(left))).toEqual(new Set(['gone']));
    await pos.send('ticket.put', aTicket());
    for (const { messages } of await Promise.all(stayed)) expect(messages.length).toBeGreaterThan(0);
  });

  it('a token that dies while it waits is told so', async () => {
    const waiting = restClient(service.url, service.token('pos')).get(`/feed?after=${await end()}&wait=20`);
    const [id = ''] = service.heard('token', 'list').split('\n').at(-1)?.split('\t') ?? [];
    service.heard('token', 'revoke', id);
    const { result, ms } = await timed(waiting);
    expect(result).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
    expect(ms).toBeLessThan(3_000);
  });
});

describe('a service of its own', () => {
  it('tells feed_expired with the oldest kept, and stops while somebody waits', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'heard-'));
    let later = 0;
    const own = await runService({
      dataDir,
      build: 'test',
      clock: { wall: () => Date.now() + later, mono: () => performance.now() + later },
      logger: pino({ level: 'silent' }),
      host: '127.0.0.1',
      port: 0,
      rendererDir: dataDir,
    });
    const client = restClient(
      own.url,
      runHeard(dataDir, ['token', 'create', '--scope', 'pos', '--name', 'till']),
    );
    await client.post('/tickets', aTicket());
    later = 8 * DAY_MS;
    await client.post('/tickets', aTicket());
    const floor = own.hub.feed.floor();
    expect(floor).toBeGreaterThan(0);
    expect(await client.get(`/feed?after=${floor - 1}`)).toMatchObject({
      status: 410,
      body: { ok: false, error: { code: 'feed_expired', oldest: floor + 1 } },
    });
    expect(await client.get(`/feed?after=${floor}`)).toMatchObject({ status: 200 });
    const waiting = client.get(`/feed?after=${own.hub.state().seq}&wait=30`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { ms } = await timed(own.stop());
    expect(await waiting).toMatchObject({ status: 200, body: { ok: true, messages: [] } });
    expect(ms).toBeLessThan(3_000);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

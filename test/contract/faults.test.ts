import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runService, type Service } from '../../main/service/runService.ts';
import { faultyCore, POISON } from '../support/faultyCore.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { runHeard } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

let dataDir: string;
let service: Service;
let pos: PosClient;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'heard-'));
  service = await runService({
    dataDir,
    core: faultyCore,
    build: 'test',
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    rendererDir: dataDir,
  });
  const token = runHeard(dataDir, ['token', 'create', '--scope', 'pos', '--name', 'till']);
  pos = await connectPos(service.url, token);
});
afterAll(async () => {
  pos.close();
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const alerts = () => Object.values(service.hub.state().alerts);

describe('a message whose handling throws', () => {
  it('sent 100 times is internal each time, changes nothing, raises one alert, and the service serves on', async () => {
    const poisoned = aTicket({ items: [anItem('a', { name: POISON })] });
    const answers = await Promise.all(Array.from({ length: 100 }, () => pos.send('ticket.put', poisoned)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await pos.send('ticket.put', aTicket())).toMatchObject({ ok: true, result: 'applied' });
    expect(alerts()).toHaveLength(1);
    expect([...service.hub.state().tickets.values()].map(({ externalId }) => externalId)).not.toContain(
      poisoned.id,
    );
  });

  it('is judged afresh with the same key once it is mended', async () => {
    const ticket = aTicket({ key: 'k', items: [anItem('a', { name: POISON })] });
    expect(await pos.send('ticket.put', ticket)).toMatchObject({ error: { code: 'internal' } });
    const mended = { ...ticket, items: [anItem('a')] };
    expect(await pos.send('ticket.put', mended)).toMatchObject({ ok: true, result: 'applied' });
  });
});

describe('a fault of the edge itself', () => {
  it('is contained the same way', async () => {
    const before = alerts().length;
    const { hub } = service;
    const submit = hub.submit.bind(hub);
    let planted = 100;
    hub.submit = (request) => {
      if (request.actor.kind !== 'pos' || planted === 0) return submit(request);
      planted -= 1;
      throw new Error('a planted fault of the edge');
    };
    const answers = await Promise.all(Array.from({ length: 100 }, () => pos.send('ticket.put', aTicket())));
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await pos.send('ticket.put', aTicket())).toMatchObject({ ok: true });
    expect(alerts()).toHaveLength(before + 1);
  });
});

describe('a listener far behind', () => {
  it('is told what is no longer kept, with the oldest number that is', async () => {
    const { hub } = service;
    const floor = hub.feed.floor.bind(hub.feed);
    hub.feed.floor = () => 4;
    for (const after of [0, 3]) {
      expect(await pos.send('feed.resume', { after })).toMatchObject({
        ok: false,
        error: { code: 'feed_expired', oldest: 5 },
      });
    }
    expect(await pos.send('feed.resume', { after: 4 })).toMatchObject({ ok: true, seq: 4 });
    // A token that never acknowledged begins with what there is.
    expect(await pos.send('feed.resume', {})).toMatchObject({ ok: true, seq: 4 });
    hub.feed.floor = floor;
  });

  it('that does not read costs the hub little, and gets everything when it reads again', async () => {
    const { hub } = service;
    const message = 'x'.repeat(20_000);
    const raise = (code: string) =>
      hub.submit({
        commandId: `test-${code}`,
        actor: { kind: 'house' },
        claimedAt: hub.now(),
        command: { type: 'alert.raise', alert: { code, message } },
      });
    await Promise.all(Array.from({ length: 600 }, (_, index) => raise(`alert-${index}`)));
    const token = runHeard(dataDir, ['token', 'create', '--scope', 'pos', '--name', 'slow']);
    const slow = await connectPos(service.url, token);
    const tcp = Reflect.get(Reflect.get(Reflect.get(slow.socket.io.engine, 'transport'), 'ws'), '_socket');
    let read = 0;
    const eventsAfter = hub.eventsAfter.bind(hub);
    hub.eventsAfter = (after, limit) => {
      read = Math.max(read, after);
      return eventsAfter(after, limit);
    };
    await slow.send('feed.resume', { after: 0 });
    tcp.pause();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(read).toBeLessThan(hub.state().seq - 128);
    tcp.resume();
    const { seq } = hub.state();
    await slow.hears((last) => last.seq === seq);
    const numbers = slow.feed.map((message) => message.seq);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    expect(slow.feed.filter(({ code }) => String(code).startsWith('alert-'))).toHaveLength(600);
    slow.close();
  });
});

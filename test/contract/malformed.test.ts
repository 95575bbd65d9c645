import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cook, connectCook } from '../support/cook.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';
import { MALFORMED } from './malformedInputs.ts';

let service: TestService;
let pos: PosClient;
let cook: Cook;

beforeAll(async () => {
  service = await startService();
  pos = await connectPos(service.url, service.token('pos'));
  cook = await connectCook(service.url);
});
afterAll(async () => {
  pos.close();
  cook.close();
  await service.stop();
});

describe('malformed messages', () => {
  it(`are ${MALFORMED.length}, of every event`, () => {
    expect(MALFORMED.length).toBeGreaterThan(200);
  });

  it.each(MALFORMED)('$event: $why', async ({ event, argument, path }) => {
    const before = await cook.seq();
    const answer = await pos.send(event, argument);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.any(String) } });
    const paths = answer.ok ? [] : (answer.error.fields ?? []).map((field) => field.path);
    expect(paths.filter((one) => one === path || one.startsWith(`${path}.`))).not.toEqual([]);
    expect(await cook.seq()).toBe(before);
  });

  it('leave the service alive and working', async () => {
    expect(await pos.send('ticket.put', aTicket())).toMatchObject({ ok: true, result: 'applied' });
  });
});

describe('messages of no shape', () => {
  it.each([
    ['no argument', []],
    ['two arguments', [{}, {}]],
    ['three arguments', [aTicket(), aTicket(), 1]],
  ])('%s is invalid', async (_why, args) => {
    expect(await pos.send('ticket.put', ...args)).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: [{ path: 'argument' }] },
    });
  });

  it('without an acknowledgement are taken or dropped, and never throw', async () => {
    const ticket = aTicket();
    pos.socket.emit('ticket.put');
    pos.socket.emit('ticket.put', null);
    pos.socket.emit('ticket.put', 1, 2, 3);
    pos.socket.emit('no.such');
    pos.socket.emit('feed.resume', 'x');
    pos.socket.emit('ticket.put', ticket);
    expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true, result: 'duplicate' });
  });

  it('with attachments are no JSON', async () => {
    expect(await pos.send('ticket.put', aTicket({ notes: Buffer.from('x') }))).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: [{ path: 'notes' }] },
    });
  });

  it('nested 100,000 deep are refused or ignored', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const ticket = aTicket();
    // The client's own encoder cannot nest so deep: the packets are written by hand.
    const write = (argument: string) => pos.socket.io.engine.write(`2/pos,["ticket.put",${argument}]`);
    write(deep);
    write(JSON.stringify({ ...ticket, extra: 0 }).replace('"extra":0', `"extra":${deep}`));
    expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true, result: 'duplicate' });
  });

  it('with names of a prototype are harmless', async () => {
    const text = JSON.stringify(aTicket()).replace('{', '{"__proto__":{"vip":true},"constructor":{"x":1},');
    const hostile: unknown = JSON.parse(text);
    expect(await pos.send('ticket.put', hostile)).toMatchObject({ ok: true, result: 'applied' });
  });
});

describe('limits', () => {
  const bytes = (count: number) => aTicket({ padding: 'x'.repeat(count) });
  const MB = 1024 * 1024;

  it('a message over 1 MB is too_large and the connection lives', async () => {
    expect(await pos.send('ticket.put', bytes(MB))).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    });
    expect(await pos.send('ticket.put', bytes(4_000_000))).toMatchObject({ error: { code: 'too_large' } });
    expect(pos.socket.connected).toBe(true);
  });

  it('a message just under it is taken, also after one that was not', async () => {
    expect(await pos.send('ticket.put', bytes(MB - 1000))).toMatchObject({ ok: true, result: 'applied' });
  });

  it('a message over 4 MB closes the connection and nobody else’s', async () => {
    const other = await connectPos(service.url, service.token('pos'));
    const closed = new Promise((resolve) => other.socket.once('disconnect', resolve));
    other.socket.emit('ticket.put', bytes(5 * MB));
    await closed;
    expect(await pos.send('ticket.put', aTicket())).toMatchObject({ ok: true });
  });

  it('500 items, 4 levels of modifiers, notes of 2,000 and ids of 200 characters are taken', async () => {
    const levels = {
      name: '1',
      modifiers: [{ name: '2', modifiers: [{ name: '3', modifiers: [{ name: '4' }] }] }],
    };
    const items = Array.from({ length: 500 }, (_, index) => anItem(`i${index}`, { modifiers: [levels] }));
    const ticket = aTicket({ id: '😀'.repeat(200), items, notes: 'ñ'.repeat(2000) });
    expect(await pos.send('ticket.put', ticket)).toMatchObject({
      ok: true,
      result: 'applied',
      id: ticket.id,
    });
  });

  it('quantities of 0.001 and ids that look like cards are taken', async () => {
    const ticket = aTicket({
      id: '4111111111111111',
      items: [anItem('5555555555554444', { quantity: 0.001 })],
    });
    expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true, id: '4111111111111111' });
  });
});

describe('card data', () => {
  it('is in no file of the data folder after it was sent', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const ticket = aTicket({
      notes: 'deposit card 4111 1111 1111 1111 exp 12/30',
      card_info: { number: '378282246310005', cvc2: 123 },
      items: [anItem('a', { notes: '５５５５５５５５５５５５４４４４' })],
    });
    expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true });
    const stored = readdirSync(service.dataDir)
      .filter((name) => name.startsWith('heard.db'))
      .map((name) => readFileSync(`${service.dataDir}/${name}`, 'utf8'))
      .join('');
    expect(stored).toContain('[card removed]');
    for (const secret of ['4111 1111 1111 1111', '378282246310005', '５５５５５５５５', 'cvc2']) {
      expect(stored).not.toContain(secret);
      expect(service.log()).not.toContain(secret);
    }
    expect((await cook.ticket(ticket.id)).head.notes).toBe('deposit card [card removed] exp 12/30');
  });
});

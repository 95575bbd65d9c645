import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cook, connectCook } from '../support/cook.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

let service: TestService;
let token: string;
let cook: Cook;
const open: PosClient[] = [];

beforeAll(async () => {
  service = await startService();
  token = service.token('pos');
  cook = await connectCook(service.url);
});
afterAll(async () => {
  for (const pos of open) pos.close();
  cook.close();
  await service.stop();
});

async function connect(secret = token, options = {}): Promise<PosClient> {
  const pos = await connectPos(service.url, secret, options);
  open.push(pos);
  return pos;
}
const typesOf = (pos: PosClient, id: string) =>
  pos.feed.filter(({ ticket }) => ticket?.id === id).map(({ type }) => type);
const quiet = (ms = 300) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the feed', () => {
  it('says nothing on a connection before its resume', async () => {
    const pos = await connect();
    await pos.send('ticket.put', aTicket());
    await quiet();
    expect(pos.feed).toEqual([]);
  });

  it('tells a ticket’s life with the POS’s own ids, in the order of the log', async () => {
    const pos = await connect();
    const { seq } = await resume(pos);
    const ticket = aTicket({
      revision: 1,
      items: [anItem('a', { course: 1, quantity: 2 }), anItem('b', { course: 2 })],
    });
    const { source, id } = ticket;
    await pos.send('ticket.put', ticket);
    await cook.bump(id);
    await pos.hears((message) => message.type === 'item.bumped' && message.ticket?.id === id);
    await cook.undo(id);
    await pos.send('course.fire', { source, id, course: 2 });
    await pos.hears((message) => message.type === 'course.fired' && message.course === 2);
    const mine = pos.feed.filter((message) => message.ticket?.id === id);

    expect(mine.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'ticket.received',
        'course.fired',
        'item.started',
        'item.bumped',
        'item.recalled',
      ]),
    );
    expect(mine[0]).toMatchObject({ type: 'ticket.received', ticket: { source, id }, revision: 1 });
    expect(mine.find(({ type }) => type === 'course.fired')).toMatchObject({ course: 1, by: 'pos' });
    expect(mine.find(({ type }) => type === 'item.bumped')).toMatchObject({
      item: { id: 'a', quantity: 2 },
      stations: ['kitchen'],
    });
    expect(mine.find(({ type }) => type === 'item.recalled')).toMatchObject({
      item: { id: 'a' },
      undo: true,
    });
    for (const message of mine) {
      expect(message.epoch).toBe(service.epoch);
      expect(message.at).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u);
      expect(message.seq).toBeGreaterThan(seq);
    }
    const numbers = pos.feed.map((message) => message.seq);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(new Set(pos.feed.map((message) => message.id)).size).toBe(pos.feed.length);
  });

  it('is the same for a connection that comes later, message for message', async () => {
    const early = await connect();
    await early.send('feed.resume', { after: 0 });
    const ticket = aTicket();
    await early.send('ticket.put', ticket);
    await cook.bump(ticket.id);
    await early.hears((message) => message.type === 'ticket.run' && message.ticket?.id === ticket.id);
    const late = await connect(service.token('pos'), { transports: ['polling'] });
    await late.send('feed.resume', { after: 0 });
    await late.hears((message) => message.type === 'ticket.run' && message.ticket?.id === ticket.id);
    expect(late.feed).toEqual(early.feed);
  });

  it('goes on from the token’s one cursor, which moves forward and never back', async () => {
    const secret = service.token('pos');
    const pos = await connect(secret);
    await pos.send('feed.resume', { after: 0 });
    const [first, second] = [aTicket(), aTicket()];
    await pos.send('ticket.put', first);
    const seen = await pos.hears((message) => message.ticket?.id === first.id);
    expect(await pos.send('feed.ack', { seq: seen.seq })).toEqual({ ok: true, seq: seen.seq });
    expect(await pos.send('feed.ack', { seq: 1 })).toEqual({ ok: true, seq: seen.seq });
    await pos.send('ticket.put', second);
    await pos.hears((message) => message.ticket?.id === second.id);
    pos.close();

    const again = await connect(secret);
    expect(await again.send('feed.resume', {})).toEqual({ ok: true, seq: seen.seq });
    await again.hears((message) => message.ticket?.id === second.id);
    expect(again.feed.every((message) => message.seq > seen.seq)).toBe(true);
    expect(again.feed[0]?.id).toBe(pos.feed.find((message) => message.seq > seen.seq)?.id);
  });

  it('starts again at a second resume on the same connection', async () => {
    const pos = await connect();
    await pos.send('feed.resume', { after: 0 });
    const ticket = aTicket();
    await pos.send('ticket.put', ticket);
    await pos.hears((message) => message.ticket?.id === ticket.id && message.type === 'course.fired');
    const once = pos.feed.map(({ id }) => id);
    pos.feed.length = 0;
    await pos.send('feed.resume', { after: 0 });
    await pos.hears((message) => message.ticket?.id === ticket.id && message.type === 'course.fired');
    expect(pos.feed.map(({ id }) => id)).toEqual(once);
  });

  it('has neither gap nor repetition while tickets come in during catching up', async () => {
    const sender = await connect();
    const tickets = Array.from({ length: 200 }, () => aTicket());
    const sent = Promise.all(tickets.map((ticket) => sender.send('ticket.put', ticket)));
    const listener = await connect();
    await listener.send('feed.resume', { after: 0 });
    await sent;
    const last = tickets.at(-1);
    await listener.hears((message) => message.type === 'ticket.received' && message.ticket?.id === last?.id);
    const received = listener.feed
      .filter(({ type }) => type === 'ticket.received')
      .map((message) => message.ticket?.id);
    for (const { id } of tickets) expect(received.filter((one) => one === id)).toHaveLength(1);
  });

  it('answers a position of another log with feed.restarted first, then everything', async () => {
    const pos = await connect();
    await pos.send('feed.resume', { after: 3, epoch: '9-other' });
    const first = await pos.hears(() => true);
    expect(first).toMatchObject({
      type: 'feed.restarted',
      epoch: service.epoch,
      forkSeq: 0,
      reason: expect.any(String),
    });
    await pos.hears(({ type }) => type === 'ticket.received');
    const ahead = await connect();
    await ahead.send('feed.resume', { after: 9_999_999 });
    expect(await ahead.hears(() => true)).toMatchObject({ type: 'feed.restarted' });
  });

  it('refuses to acknowledge what was never said', async () => {
    const pos = await connect();
    expect(await pos.send('feed.ack', { seq: 9_999_999 })).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: [{ path: 'seq' }] },
    });
  });

  it('after a restart tells old events as it told them before', async () => {
    const before = await startService({ dataDir: `${service.dataDir}/restart` });
    const secret = before.token('pos');
    const pos = await connectPos(before.url, secret);
    await pos.send('feed.resume', { after: 0 });
    const ticket = aTicket();
    await pos.send('ticket.put', ticket);
    await pos.hears(({ type }) => type === 'course.fired');
    await quiet(100);
    await before.kill('SIGKILL');
    const after = await startService({ dataDir: before.dataDir });
    const again = await connectPos(after.url, secret);
    await again.send('feed.resume', { after: 0, epoch: before.epoch });
    await again.hears(({ type }) => type === 'course.fired');
    await quiet(100);
    expect(again.feed).toEqual(pos.feed);
    again.close();
    await after.stop();
  });
});

describe('who hears what', () => {
  it('a bookings token hears courses, runs and alerts alone', async () => {
    const [bookings, pos] = [await connect(service.token('bookings')), await connect()];
    await bookings.send('feed.resume', { after: 0 });
    const ticket = aTicket({ items: [anItem('a', { course: 1 })] });
    await pos.send('ticket.put', ticket);
    await cook.bump(ticket.id);
    await bookings.hears((message) => message.type === 'ticket.run' && message.ticket?.id === ticket.id);
    expect(typesOf(bookings, ticket.id)).toEqual(
      expect.arrayContaining(['course.fired', 'course.ready', 'course.run', 'ticket.run']),
    );
    expect(
      bookings.feed
        .map(({ type }) => type)
        .filter((type) => !/^(?:course\.|ticket\.run$|alert$)/u.test(type)),
    ).toEqual([]);
  });

  it('a token of one source hears nothing of another’s tickets', async () => {
    const secret = service.token('pos', '--source', 'bar');
    const [bar, pos] = [await connect(secret), await connect()];
    await bar.send('feed.resume', { after: 0 });
    await pos.send('ticket.put', aTicket());
    const own = aTicket({ source: 'bar' });
    await bar.send('ticket.put', own);
    await bar.hears((message) => message.ticket?.id === own.id);
    expect(bar.feed.every((message) => message.ticket === undefined || message.ticket.source === 'bar')).toBe(
      true,
    );
  });
});

async function resume(pos: PosClient): Promise<{ seq: number }> {
  const answer = await pos.send('feed.resume', { after: await cook.seq() });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer;
}

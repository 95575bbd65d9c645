import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectCook } from '../support/cook.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { until } from '../support/wait.ts';

/** What a POS does when its own line is bad: sends again, late and out of order, over whatever connection it has. */
let service: TestService;
let pos: Pos;

const OPENED = new Date().toISOString();
const A_SECOND_IN_MINUTES = 1 / 60;

beforeAll(async () => {
  service = await startService({
    config: { thresholds: { recallWindowMinutes: A_SECOND_IN_MINUTES } },
  });
  pos = await Pos.start(service.url, service.token('pos'), 2);
  await pos.send('feed.resume', { after: 0 });
});

afterAll(async () => {
  pos?.stop();
  await service?.stop();
});

function of(id: string, type?: string) {
  return pos.feed.filter((one) => one.ticket?.id === id && (type === undefined || one.type === type));
}

/** Seeded, so that a red run can be run again. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

describe('the same ticket', () => {
  test('put 1,000 times, shuffled with older revisions, from two connections: one ticket, one of each feed message', async () => {
    const put = (revision: number) => ({
      id: 'S-1',
      openedAt: OPENED,
      revision,
      server: `server ${revision}`,
      items: [
        { id: 'a', name: 'Soup', quantity: 1, course: 1 },
        { id: 'b', name: 'Ribeye', quantity: 2, course: 2 },
      ],
    });
    expect(await pos.put(put(7))).toMatchObject({ ok: true, result: 'applied' });
    const revisions = shuffled(
      Array.from({ length: 1000 }, (_, n) => (n % 3 === 0 ? n % 7 : 7)),
      42,
    );
    const answers = await Promise.all(revisions.map((revision, n) => pos.put(put(revision), n % 2)));
    const results = answers.map((answer) => answer.result);
    expect(new Set(results)).toEqual(new Set(['duplicate', 'stale']));
    expect(answers.every((answer) => answer.id === 'S-1')).toBe(true);
    await until('course fired', () => of('S-1', 'course.fired').length > 0);
    expect(of('S-1').map((one) => one.type)).toEqual(['ticket.received', 'course.fired']);
  });

  test('put again a day later with the same id is another ticket; put again after closing is none', async () => {
    const put = { id: 'S-2', openedAt: OPENED, revision: 1, items: [{ id: 'a', name: 'Soup', quantity: 1 }] };
    await pos.put(put);
    const cook = await connectCook(service.url);
    await cook.bump('S-2');
    cook.close();
    await until('run', () => of('S-2', 'ticket.run').length === 1);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await pos.put(put)).toMatchObject({ ok: true, result: 'duplicate' });
    expect(await pos.put({ ...put, revision: 2, server: 'Ana' })).toMatchObject({
      ok: true,
      result: 'applied',
    });
    expect(await pos.put({ ...put, revision: 1 })).toMatchObject({ ok: true, result: 'stale' });
    expect(of('S-2', 'ticket.received')).toHaveLength(1);
    const tomorrow = new Date(Date.parse(OPENED) + 24 * 3_600_000).toISOString();
    expect(await pos.put({ ...put, openedAt: tomorrow })).toMatchObject({ ok: true, result: 'applied' });
    await until('received again', () => of('S-2', 'ticket.received').length === 2);
  });

  test('a check split in two and merged again, puts in either order: nothing is cooked twice', async () => {
    for (const order of ['giver first', 'taker first'] as const) {
      const [a, b] = [`${order} A`, `${order} B`];
      const item = (id: string, quantity: number, movedFrom?: unknown) => ({
        id,
        name: 'Ribeye',
        quantity,
        course: 1,
        ...(movedFrom ? { movedFrom } : {}),
      });
      const inOrder = async (giver: unknown, taker: unknown) => {
        const puts = order === 'giver first' ? [giver, taker] : [taker, giver];
        for (const put of puts) expect((await pos.put(put as Record<string, unknown>)).ok).toBe(true);
      };
      const on = { openedAt: OPENED, table: order };
      await pos.put({ ...on, id: a, items: [item('x', 4)] });
      await inOrder(
        { ...on, id: a, items: [item('x', 2)] },
        { ...on, id: b, items: [item('y', 2, { id: a, item: 'x' })] },
      );
      await inOrder(
        { ...on, id: b, items: [] },
        { ...on, id: a, items: [item('x', 2), item('z', 2, { id: b, item: 'y' })] },
      );
      const cook = await connectCook(service.url);
      await cook.bump(a);
      cook.close();
      await until('run', () => of(a, 'ticket.run').length === 1);
      const cooked = pos.feed
        .filter((one) => one.type === 'item.bumped' && [a, b].includes(one.ticket?.id ?? ''))
        .reduce((sum, one) => sum + Number(one.item?.quantity), 0);
      expect(cooked).toBe(4);
      expect(of(a, 'course.fired')).toHaveLength(1);
    }
  });
});

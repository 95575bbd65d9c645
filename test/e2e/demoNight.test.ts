import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../main/store/openStore.ts';
import { NightAccount } from '../../shared/demo/account.ts';
import { auditNight } from '../../shared/demo/audit/auditNight.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import { type DemoService, startDemo } from '../support/demoService.ts';

/**
 * The demo as people run it: hub, till and cooks as processes. The busy hour at sixty times the speed; a whole night by hand with
 * HEARD_DEMO_FLAGS="--seed 5 --covers 120 --speed 20".
 */
const USUAL = '--seed 7 --covers 40 --speed 60 --night hour';
const flags = (process.env.HEARD_DEMO_FLAGS ?? USUAL).split(' ');
const NIGHT_MS = process.env.HEARD_DEMO_FLAGS === undefined ? 300_000 : 3_600_000;
/** A newcomer sees food by then, at any speed. */
const FIRST_FOOD_MS = 10_000;

const Night = z.object({
  event: z.literal('night'),
  seed: z.number(),
  agrees: z.boolean(),
  differences: z.array(z.string()),
});

describe('a demo night', () => {
  let demo: DemoService;
  let code: number | null = null;
  let account: NightAccount;
  let events: Event[];
  let epoch: string;

  beforeAll(async () => {
    demo = await startDemo(...flags);
    code = await demo.ended;
    const dataDir = join(demo.place, 'demo');
    const said: unknown = JSON.parse(readFileSync(join(dataDir, 'account.json'), 'utf8'));
    account = NightAccount.parse(said);
    const store = openStore({ dataDir, as: 'tool' });
    events = [...store.events.replay(0)];
    epoch = epochText(store.epoch);
    store.close();
  }, NIGHT_MS);

  afterAll(async () => {
    await demo?.stop();
  });

  test('has its first tickets on the glass within ten seconds of its opening', () => {
    const [opening] = events;
    const listed = events.find(({ type }) => type === 'ticket.listed');
    const speed = Number(flags[flags.indexOf('--speed') + 1]);
    const realMs = ((listed?.at ?? Number.POSITIVE_INFINITY) - (opening?.at ?? 0)) / speed;
    expect(realMs).toBeLessThan(FIRST_FOOD_MS);
  });

  test('runs by itself to its end, says that till and house agree, and ends with 0', () => {
    const line =
      demo
        .log()
        .split('\n')
        .find((text) => text.startsWith('{"event":"night"')) ?? '{}';
    const said: unknown = JSON.parse(line);
    const night = Night.parse(said);
    expect(night.differences).toEqual([]);
    expect({ code, agrees: night.agrees }).toEqual({ code: 0, agrees: true });
  });

  test("stays inside the demo's folder", () => {
    expect(readdirSync(demo.place)).toEqual(['demo']);
    expect(existsSync(join(demo.place, 'demo', 'heard.db'))).toBe(true);
  });

  test("the till's account agrees with the hub's history to the last item", () => {
    const { differences, counts } = auditNight(account, events, epoch);
    expect(differences).toEqual([]);
    expect(counts.tickets).toBeGreaterThan(10);
    expect(account.messages.flatMap(({ answers }) => answers).filter((answer) => !answer.ok)).toEqual([]);
  });

  test("the book's account does too: who came, and that allergies the till never heard of were heard", () => {
    const said: unknown = JSON.parse(readFileSync(join(demo.place, 'demo', 'bookings.json'), 'utf8'));
    const { differences, counts } = auditNight(account, events, epoch, NightAccount.parse(said));
    expect(differences).toEqual([]);
    for (const what of ['bookings at a table', 'no_show', 'cancelled', 'booked allergies heard'])
      expect({ what, count: counts[what] ?? 0 }).not.toEqual({ what, count: 0 });
  });

  test('and would not, were one line missing on either side', () => {
    const mine = structuredClone(account);
    const put = mine.messages.find(({ event }) => event === 'ticket.put');
    const items = put?.argument.items;
    if (!Array.isArray(items)) throw new Error('nothing was put');
    const { id } = put?.argument ?? {};
    const gone = items[0].id;
    for (const { argument } of mine.messages) {
      if (argument.id !== id || !Array.isArray(argument.items)) continue;
      argument.items = argument.items.filter((item) => item.id !== gone);
    }
    expect(auditNight(mine, events, epoch).differences.join()).toContain(
      `line ${gone}: the till never put it`,
    );
    const voided = events.find(({ type }) => type === 'item.voided');
    const theirs = events.filter((event) => event !== voided);
    expect(auditNight(account, theirs, epoch).differences.join()).toContain('portions voided');
  });

  test('repeats and late revisions were among what it sent, and changed nothing', () => {
    const words = account.messages.flatMap(({ answers }) =>
      answers.map((answer) => (answer.ok ? answer.result : answer.error.code)),
    );
    expect(words).toContain('duplicate');
    expect(words).toContain('stale');
    const received = events.filter(({ type }) => type === 'ticket.received').length;
    const ids = new Set(
      account.messages.filter(({ event }) => event === 'ticket.put').map(({ argument }) => argument.id),
    );
    expect(received).toBe(ids.size);
  });
});

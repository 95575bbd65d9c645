import { describe, expect, it } from 'vitest';
import { BUILD } from '../../shared/lib/build.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/screenMessages.ts';
import { SleepWatch } from '../../shared/sync/client/SleepWatch.ts';
import type { Timers } from '../../shared/sync/timers.ts';
import { grill } from '../support/house.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { SyncBench } from '../support/syncBench.ts';

describe('the link', () => {
  it('[mistake 5] turns late at 1.5 s and lost at 2.5 s by itself, and tells', async () => {
    const bench = new SyncBench();
    const { client } = await bench.live();
    const seen: Array<[number, string]> = [];
    let at = 0;
    client.subscribe(() => seen.push([at, client.link().state]));
    for (at = 100; at <= 4_000; at += 100) bench.timers.advance(100);
    expect(seen).toEqual([
      [1_500, 'late'],
      [2_500, 'lost'],
    ]);
    expect(client.link()).toEqual({ state: 'lost', ageMs: 4_000 });
  });

  it('is live while beats come', async () => {
    const bench = new SyncBench();
    const { client } = await bench.live();
    await bench.pass(60_000);
    expect(client.link()).toEqual({ state: 'live', ageMs: 0 });
    expect(client.status().session).toBe(1);
  });

  it('is lost before the first word and knows no age', () => {
    const bench = new SyncBench();
    expect(bench.screen().client.link()).toEqual({ state: 'lost', ageMs: null });
  });

  it('does not call a screen live that hears beats and lacks events', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    bench.timers.advance(1_600);
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    pair.drop('down');
    bench.rooms.beat();
    pair.deliver('down');
    expect(client.link().state).toBe('late');
  });

  it('[mistake 7] of a hub that stalls for a minute is lost, not cut, and live again with its next beat', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    bench.timers.advance(60_000);
    expect(pair.isConnected).toBe(true);
    expect(client.link().state).toBe('lost');
    bench.rooms.beat();
    await bench.settle();
    expect(client.link().state).toBe('live');
    expect(client.status().session).toBe(1);
  });

  it('asks again when hello stays without an answer', async () => {
    const bench = new SyncBench();
    const { client, pair } = bench.screen();
    void client.start();
    pair.connect();
    pair.drop('up');
    bench.timers.advance(11_000);
    await bench.settle();
    expect(client.status().phase).toBe('live');
  });
});

describe('the link of a device that slept', () => {
  it('is lost with the whole age, however its monotonic clock stood still, until the hub speaks', async () => {
    const bench = new SyncBench();
    const { client } = await bench.live();
    await bench.pass(5_000);
    let wall = 1_000_000;
    const sleep = new SleepWatch(bench.timers, () => wall + bench.timers.monotonic());
    expect(sleep.look()).toBe(0);
    const before = client.now();
    wall += 600_000;
    client.slept(sleep.look());
    expect(sleep.look()).toBe(0);
    expect(client.link()).toEqual({ state: 'lost', ageMs: 600_000 });
    expect(client.now()).toBe(before + 600_000);
    // It was the clock that somebody set, and no sleep.
    bench.timers.advance(1_000);
    bench.rooms.beat();
    await bench.settle();
    expect(client.link().state).toBe('live');
    expect(client.now()).toBe(bench.hub.now());
    wall -= 3_600_000;
    expect(sleep.look()).toBe(0);
  });

  it('says at the first look that a page behind another was not in step', async () => {
    const bench = new SyncBench();
    const told: string[] = [];
    let isAsleep = false;
    // Timers of a hidden page come when the browser likes.
    const timers: Timers = {
      monotonic: () => bench.timers.monotonic(),
      after: (ms, run) => bench.timers.after(ms, () => !isAsleep && run()),
    };
    const { client } = await bench.live({ timers });
    client.subscribe(() => told.push(client.link().state));
    isAsleep = true;
    bench.timers.advance(60_000);
    expect(told).toEqual([]);
    client.lookAtLink();
    expect(told).toEqual(['lost']);
  });
});

describe('a line that has a queue', () => {
  it('is late and lost by how long a beat was on its way, not by when it came', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    await bench.pass(10_000);
    for (const [waitMs, state] of [
      [1_000, 'live'],
      [2_000, 'late'],
      [4_000, 'lost'],
    ] as const) {
      bench.rooms.beat();
      bench.timers.advance(waitMs);
      pair.deliver('down');
      expect(client.link().state).toBe(state);
      expect(client.link().ageMs).toBeCloseTo(waitMs, -1);
    }
    await bench.pass(1_000);
    expect(client.link().state).toBe('live');
  });

  it('is measured anew against the clock of another hub', async () => {
    const bench = new SyncBench();
    const { client } = await bench.live();
    await bench.pass(5_000);
    const other = new MemoryHub(bench.timers);
    other.epoch = { n: 2, id: 'b' };
    const { now } = other;
    other.now = () => now.call(other) - 5_000;
    bench.replaceHub(other);
    await bench.heal();
    expect(client.link()).toEqual({ state: 'live', ageMs: 0 });
  });
});

describe('hub time', () => {
  it("[mistake 10] is the hub's on every screen, whatever the device believes", async () => {
    const bench = new SyncBench();
    const { client } = await bench.live();
    await bench.pass(5_000);
    expect(client.now()).toBe(bench.hub.now());
    bench.timers.advance(700);
    expect(client.now()).toBe(bench.hub.now());
  });

  it('runs at the speed of a demo', async () => {
    const bench = new SyncBench();
    bench.hub.speed = 60;
    const { client } = await bench.live();
    bench.timers.advance(900);
    expect(client.now()).toBe(bench.hub.now());
  });
});

describe('presence', () => {
  it('knows a station is up by its hello and the answers to beats, and down 3 s after the last', async () => {
    const bench = new SyncBench();
    expect(bench.presence.isUp(grill)).toBe(false);
    const { pair } = await bench.live();
    expect(bench.presence.isUp(grill)).toBe(true);
    await bench.pass(4_000);
    expect(bench.presence.isUp(grill)).toBe(true);
    expect(bench.presence.all()).toMatchObject([{ screen: 'bench', station: grill, isVisible: true }]);
    bench.timers.advance(3_001);
    expect(bench.presence.isUp(grill)).toBe(false);
    await bench.pass(1_000);
    expect(bench.presence.isUp(grill)).toBe(true);
    pair.cut();
    expect(bench.presence.isUp(grill)).toBe(false);
  });
});

describe('hello', () => {
  it('of nonsense is answered and admits nobody', async () => {
    const bench = new SyncBench();
    const { pair } = bench.screen();
    pair.connect();
    const answers: unknown[] = [];
    const good = {
      protocol: PROTOCOL_VERSION,
      build: BUILD,
      screen: 's',
      station: null,
      cursor: null,
      page: null,
    };
    for (const payload of [
      null,
      {},
      { ...good, cursor: 'x' },
      { ...good, page: { snapshot: 'x', index: -1 } },
    ]) {
      pair.client.send('hello', payload, (answer) => answers.push(answer));
    }
    pair.client.send('hello', { ...good, protocol: 99 }, (answer) => answers.push(answer));
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    await bench.settle();
    expect(answers.map((answer) => (answer as { code?: string }).code)).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'invalid',
      'build',
    ]);
    expect(bench.written).toBe(0);
  });
});

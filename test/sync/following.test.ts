import { describe, expect, it } from 'vitest';
import { MemoryHub } from '../support/memoryHub.ts';
import { SyncBench, textOf } from '../support/syncBench.ts';

const put = (bench: SyncBench, id: string) => bench.hub.put({ id, items: [{ id: 'a' }, { id: 'b' }] });

describe('a screen follows the log', () => {
  it('starts from a snapshot and goes on with events', async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client } = await bench.live();
    expect(client.status()).toEqual({ phase: 'live', trouble: null, session: 1 });
    put(bench, 'T2');
    await bench.settle();
    expect(client.confirmed().tickets.size).toBe(2);
    expect(textOf(client)).toBe(textOf(bench.hub));
    expect(client.view()).toBe(client.confirmed());
  });

  it('[mistake 1] is in its rooms again after every reconnect', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    for (let round = 0; round < 3; round += 1) {
      pair.cut();
      pair.connect();
      await bench.settle();
      put(bench, `T${round}`);
      await bench.settle();
      expect(client.confirmed().tickets.size).toBe(round + 1);
    }
  });

  it('[mistake 2] gets what it missed, as events and not as a board', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    pair.cut();
    put(bench, 'T1');
    put(bench, 'T2');
    const before = bench.hub.state().seq;
    pair.connect();
    await bench.settle();
    expect(client.confirmed().seq).toBe(before);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('asks again when a message is missing in between', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    put(bench, 'T1');
    pair.drop('down');
    put(bench, 'T2');
    await bench.pass(2_000);
    expect(client.status().session).toBe(2);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('learns from the next beat that the last message is missing', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    put(bench, 'T1');
    pair.drop('down');
    await bench.pass(2_000);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('takes a message or an answer that comes twice only once', async () => {
    const bench = new SyncBench();
    const { client, pair, problems } = await bench.live();
    put(bench, 'T1');
    pair.duplicate('down');
    await bench.settle();
    pair.cut();
    put(bench, 'T2');
    pair.connect();
    pair.deliver('up');
    pair.duplicate('down');
    await bench.settle();
    expect(client.status().session).toBe(2);
    expect(problems).toEqual([]);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('ahead of a hub that lost its end, takes the hub as it is', async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client, pair } = await bench.live();
    put(bench, 'T2');
    await bench.settle();
    pair.cut();
    bench.hub.restore(bench.hub.state().seq - 2, true);
    await bench.heal();
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('takes a snapshot in a new epoch, even at the same log number', async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client, pair, problems } = await bench.live();
    pair.cut();
    const seq = bench.hub.state().seq;
    bench.hub.restore(1);
    while (bench.hub.state().seq < seq) put(bench, `N${bench.hub.state().seq}`);
    await bench.heal();
    expect(textOf(client)).toBe(textOf(bench.hub));
    expect(client.epoch()?.n).toBe(2);
    expect(problems).toEqual([]);
  });

  it('after a day roll, whose event is too heavy to send, stands where the hub stands', async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client, pair } = await bench.live();
    const sent = pair.bytesDown.length;
    bench.timers.advance(24 * 3_600_000);
    expect(bench.hub.house({ type: 'day.roll' })).toMatchObject({ ok: true, outcome: 'applied' });
    expect(pair.waiting('down')).toEqual(['beat']);
    await bench.settle();
    expect(pair.bytesDown.length - sent).toBeGreaterThan(1);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('an event that cannot be reduced leaves the glass as it was and is healed by a snapshot', async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client, pair, problems } = await bench.live();
    put(bench, 'T2');
    await bench.settle();
    const shown = client.view();
    const { seq } = shown;
    const epoch = '1-a';
    pair.pushJson(
      'down',
      'down',
      JSON.stringify({
        epoch,
        from: seq + 1,
        to: seq + 1,
        events: [{ seq: seq + 1, type: 'ticket.run', ticket: 'none' }],
      }),
    );
    pair.deliver('down');
    expect(problems).toHaveLength(1);
    expect(client.view()).toBe(shown);
    expect(client.epoch()).not.toBeNull();
    await bench.pass(2_000);
    expect(client.status().phase).toBe('live');
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('an answer that leads nowhere is not asked for again and again', async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client, pair } = await bench.live();
    const log = bench.hub.eventsAfter.bind(bench.hub);
    // A log that has lost days it should have.
    bench.hub.eventsAfter = () => [];
    pair.cut();
    put(bench, 'T2');
    pair.connect();
    await bench.settle();
    expect(textOf(client)).toBe(textOf(bench.hub));
    expect(pair.sentUp.filter((name) => name === 'hello').length).toBeLessThan(5);
    bench.hub.eventsAfter = log;
  });

  it('a subscriber is told of a commit, and the configuration comes with its event', async () => {
    const bench = new SyncBench();
    const { client } = await bench.live();
    let told = 0;
    const stop = client.subscribe(() => {
      told += 1;
    });
    const { config } = bench.hub.config();
    bench.hub.configure({ ...config, pass: 'expo' });
    await bench.settle();
    expect(client.config()).toMatchObject({ version: 1, config: { pass: 'expo' } });
    expect(told).toBeGreaterThan(0);
    stop();
  });
});

describe('whom a screen does not follow', () => {
  it('another build: it reloads, and says hello no more', async () => {
    const bench = new SyncBench();
    bench.hub.build = 'newer';
    const { client, reloads, pair } = await bench.live();
    expect(client.status()).toMatchObject({ phase: 'refused', trouble: 'build' });
    expect(reloads).toEqual(['build']);
    pair.cut();
    pair.connect();
    await bench.pass(10_000);
    expect(pair.sentUp).toEqual(['hello']);
  });

  it("another restaurant's hub at the same address", async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client, reloads } = await bench.live();
    const before = textOf(client);
    bench.replaceHub(new MemoryHub(bench.timers, 'other'));
    await bench.heal();
    expect(reloads).toEqual(['site']);
    expect(textOf(client)).toBe(before);
  });

  it('a hub that was replaced by promotion and came back', async () => {
    const bench = new SyncBench();
    put(bench, 'T1');
    const { client } = await bench.live();
    const old = bench.hub;
    const promoted = new MemoryHub(bench.timers);
    promoted.epoch = { n: 2, id: 'b' };
    bench.replaceHub(promoted);
    await bench.heal();
    expect(client.epoch()?.n).toBe(2);
    bench.replaceHub(old);
    await bench.heal();
    expect(client.epoch()?.n).toBe(2);
    expect(client.status()).toMatchObject({ trouble: 'an older hub answered' });
    expect(client.link().state).toBe('lost');
  });

  it('a kitchen token shows no expo screen', async () => {
    const bench = new SyncBench();
    const { client } = await bench.live({ station: 'expo' as never });
    expect(client.status()).toMatchObject({ phase: 'hello', trouble: 'role' });
  });
});

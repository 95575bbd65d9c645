import { describe, expect, it } from 'vitest';
import { grill } from '../support/house.ts';
import { SyncBench, textOf } from '../support/syncBench.ts';

const MAX_MESSAGE = 300 * 1024;

function fill(bench: SyncBench, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const items = Array.from({ length: 4 }, (_, n) => ({
      id: `i${n}`,
      name: `Dish ${n} of many 鮨`,
      course: n % 2,
    }));
    bench.hub.put({ id: `T${i}`, table: `${i}`, items });
  }
}

describe('what goes over the line', () => {
  it('a board of 1,000 tickets comes in pages of at most 300 KB, [mistake 3] the oldest included', async () => {
    const bench = new SyncBench();
    fill(bench, 1_000);
    const { client, pair } = await bench.live();
    expect(client.confirmed().tickets.size).toBe(1_000);
    expect(textOf(client)).toBe(textOf(bench.hub));
    expect(pair.bytesDown.length).toBeGreaterThan(5);
    expect(Math.max(...pair.bytesDown)).toBeLessThan(MAX_MESSAGE);
  });

  it('what is put while the pages come is there when they have come', async () => {
    const bench = new SyncBench();
    fill(bench, 400);
    const screen = bench.screen();
    void screen.client.start();
    screen.pair.connect();
    for (let i = 0; screen.client.status().phase !== 'live'; i += 1) {
      await Promise.resolve();
      bench.hub.put({ id: `N${i}`, items: [{ id: 'a' }] });
      screen.pair.deliver('up');
      screen.pair.deliver('down');
      if (i > 50) throw new Error('never in step');
    }
    await bench.settle();
    expect(textOf(screen.client)).toBe(textOf(bench.hub));
  });

  it('a connection that breaks between two pages starts again', async () => {
    const bench = new SyncBench();
    fill(bench, 400);
    const { client, pair } = bench.screen();
    void client.start();
    pair.connect();
    pair.deliver('up');
    pair.deliver('down');
    pair.cut();
    bench.hub.put({ id: 'N', items: [{ id: 'a' }] });
    await bench.heal();
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('a long absence is caught up in pages too', async () => {
    const bench = new SyncBench();
    const { client, pair } = await bench.live();
    pair.cut();
    fill(bench, 300);
    const sent = pair.bytesDown.length;
    pair.connect();
    await bench.settle();
    const pages = pair.bytesDown.slice(sent);
    expect(pages.length).toBeGreaterThan(2);
    expect(Math.max(...pages)).toBeLessThan(MAX_MESSAGE);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('more than 5,000 events behind, a screen takes the board and not its history', async () => {
    const bench = new SyncBench();
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    const { client, pair } = await bench.live();
    pair.cut();
    for (let i = 0; i < 2_600; i += 1) {
      bench.hub.house({ type: 'alert.raise', alert: { code: 'printer', message: 'away' } });
      bench.hub.house({ type: 'alert.clear', code: 'printer' });
    }
    const sent = pair.bytesDown.length;
    pair.connect();
    await bench.settle();
    expect(pair.bytesDown.slice(sent)).toHaveLength(1);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('a burst of 1,500 events reaches a screen in parts: it asks for nothing', async () => {
    const bench = new SyncBench();
    const ids = Array.from({ length: 750 }, (_, n) => `i${n}`);
    bench.hub.put({ id: 'T1', items: ids.map((id) => ({ id, course: 1 })) });
    const { client, pair } = await bench.live();
    const { session } = client.status();
    const [sent, from] = [pair.bytesDown.length, bench.hub.state().seq];
    const { id: ticket, items } = bench.hub.ticket('T1');
    const portions = items.map((item) => ({ item: item.id, batch: 1, quantity: 1 }));
    const seen = client.view().seq;
    client.press({ type: 'ticket.bump', ticket, station: grill, portions, voids: [], changes: [], seen });
    await bench.settle();
    expect(bench.hub.state().seq - from).toBeGreaterThan(1_500);
    expect(client.status().session).toBe(session);
    expect(Math.max(...pair.bytesDown.slice(sent))).toBeLessThan(MAX_MESSAGE);
    expect(textOf(client)).toBe(textOf(bench.hub));
  });

  it('[mistake 6] a bump costs the same over 300 open tickets as over 10', async () => {
    const costs: number[] = [];
    for (const open of [10, 300]) {
      const bench = new SyncBench();
      fill(bench, open);
      const { client, pair } = await bench.live();
      const { id, items } = bench.hub.ticket('T3');
      const sent = pair.bytesDown.length;
      const portions = items.slice(0, 1).map((item) => ({ item: item.id, batch: 1, quantity: 1 }));
      const { result } = client.press({
        type: 'item.bump',
        ticket: id,
        station: 'grill' as never,
        portions,
        seen: client.view().seq,
      });
      await bench.settle();
      expect(await result).toMatchObject({ state: 'decided', outcome: 'applied' });
      costs.push(pair.bytesDown.slice(sent).reduce((sum, bytes) => sum + bytes, 0));
    }
    const [few = 0, many = 0] = costs;
    expect(many / few).toBeLessThan(1.05);
  });

  it('thirty screens in step get one text, written once', async () => {
    const bench = new SyncBench();
    for (let i = 0; i < 30; i += 1) await bench.live();
    const before = bench.written;
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    expect(bench.written - before).toBe(1);
    await bench.settle();
    expect(new Set(bench.screens.map(({ client }) => textOf(client)))).toEqual(new Set([textOf(bench.hub)]));
  });
});

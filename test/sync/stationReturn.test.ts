import { describe, expect, it } from 'vitest';
import { stateToDocument } from '../../shared/domain/model/state.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import { fry, grill } from '../support/house.ts';
import { KeepingStore } from '../support/keepingStore.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { StationBench } from '../support/stationBench.ts';

const text = (bench: StationBench) => canonicalJson(stateToDocument(bench.hub.state()));
const textOn = (state: Parameters<typeof stateToDocument>[0]) => canonicalJson(stateToDocument(state));

describe('a station whose token has died', () => {
  it('keeps its board, and no names', async () => {
    const bench = await StationBench.live(1);
    const [window] = bench.windows;
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }], customerName: 'Nora' });
    await bench.settle();
    const person = bench.hub.ticket('T1').head.customer?.personId;
    if (!person || !window) throw new Error('a window and a guest');
    expect(window.client.personal(person)?.name).toBe('Nora');
    bench.up.cut();
    bench.station.lineTold('unauthorized');
    await bench.settle();
    expect(window.client.personal(person)).toBeNull();
    expect(textOn(window.client.confirmed())).toBe(text(bench));
    await bench.pass(4_000);
    expect(bench.station.reasons().join()).toContain('token');
  });
});

/** Food of T0 comes and goes at the hub: whoever bumps it as it was before is superseded. */
function bumpAndRecall(hub: MemoryHub): void {
  const { id, items } = hub.ticket('T0');
  const named = { ticket: id, station: grill, seen: hub.state().seq };
  const portions = (quantity: number) => items.map(({ id: item }) => ({ item, batch: 1, quantity }));
  hub.house({ type: 'item.bump', ...named, portions: portions(1) });
  const seen = hub.state().seq;
  hub.house({ type: 'item.recall', ...named, seen, portions: portions(0), undo: false });
}

describe('when the hub is back', () => {
  it('what it refuses stands in a list with its reason until somebody has read it', async () => {
    const bench = await StationBench.live(2);
    const [window, other] = bench.windows;
    if (!window || !other) throw new Error('two windows');
    bench.up.cut();
    const bump = bench.bump(window, 'T0');
    await bench.settle();
    bumpAndRecall(bench.hub);
    await bench.heal();
    const listed = window.client.notDone();
    expect(listed).toMatchObject([{ envelope: { id: bump.commandId }, settled: { code: 'superseded' } }]);
    expect(other.client.notDone()).toEqual(listed);
    const elsewhere = bench.window(fry);
    await bench.heal();
    expect(elsewhere.client.notDone()).toEqual([]);
    expect(elsewhere.refusals).toEqual([]);
    bench.restart();
    await bench.heal();
    expect(window.client.notDone()).toEqual(listed);
    window.client.haveRead(listed.map(({ envelope }) => envelope.id));
    await bench.settle();
    expect(other.client.notDone()).toEqual([]);
    expect(bench.store.outbox.all()).toEqual([]);
  });

  it('what a page sent again, because its station died before it answered, stands in the list once', async () => {
    const bench = await StationBench.live(0);
    const store = new KeepingStore();
    const before = bench.window(grill, store);
    await bench.heal();
    bench.up.cut();
    const bump = bench.bump(before, 'T0');
    before.pair.deliver('up');
    await new Promise((resolve) => setImmediate(resolve));
    expect(bench.store.outbox.all()).toHaveLength(1);
    before.pair.cut();
    before.client.end();
    bench.windows.length = 0;
    expect(store.load()).toHaveLength(1);
    bumpAndRecall(bench.hub);
    bench.restart();
    // The hub is there before the page.
    await bench.heal();
    const after = bench.window(grill, store);
    await bench.heal();
    const ids = () => after.client.notDone().map(({ envelope }) => envelope.id);
    expect(ids()).toEqual([bump.commandId]);
    after.client.haveRead(ids());
    await bench.settle();
    expect(ids()).toEqual([]);
    expect([store.load(), store.left.load(), bench.store.outbox.all()]).toEqual([[], [], []]);
  });

  it('with a new epoch, the station and its windows take the new state', async () => {
    const bench = await StationBench.live(2);
    const at = bench.hub.state().seq;
    bench.hub.put({ id: 'GONE', items: [{ id: 'a' }] });
    await bench.settle();
    bench.hub.restore(at);
    bench.replaceHub();
    await bench.heal();
    expect(bench.station.epoch).toEqual(bench.hub.epoch);
    for (const { client } of bench.windows) expect(textOn(client.confirmed())).toBe(text(bench));
    bench.restart();
    expect(bench.station.epoch).toEqual(bench.hub.epoch);
    expect(textOn(bench.station.state())).toBe(text(bench));
  });

  it('of another build the station steps aside, and follows again when it is of its own', async () => {
    const bench = await StationBench.live(1);
    const [window] = bench.windows;
    bench.hub.build = 'newer';
    bench.replaceHub();
    await bench.heal();
    expect(bench.station.isAside()).toBe(true);
    bench.connectWindows();
    await bench.settle();
    expect(bench.station.reasons().join()).toContain('update this screen');
    expect(window?.reloads).toContain('build');
    bench.up.cut();
    expect(bench.station.isAside()).toBe(false);
    const late = bench.window();
    late.pair.connect();
    await bench.settle();
    expect(textOn(late.client.confirmed())).toBe(textOn(bench.station.state()));
    bench.hub.build = bench.build;
    await bench.heal();
    expect(late.client.link().state).toBe('live');
  });

  it('of another restaurant is not followed, and what was kept stays', async () => {
    const bench = await StationBench.live(1);
    const before = textOn(bench.station.state());
    bench.replaceHub(new MemoryHub(bench.timers, 'elsewhere'));
    await bench.heal();
    expect(bench.station.reasons().join()).toContain('another restaurant');
    expect(textOn(bench.station.state())).toBe(before);
    expect(bench.windows[0]?.client.link().state).toBe('lost');
  });
});

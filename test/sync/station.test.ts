import { describe, expect, it } from 'vitest';
import { stateToDocument } from '../../shared/domain/model/state.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import { StationId } from '../../shared/lib/ids.ts';
import { fry, grill } from '../support/house.ts';
import { StationBench } from '../support/stationBench.ts';

const text = (bench: StationBench) => canonicalJson(stateToDocument(bench.hub.state()));
const textOn = (state: Parameters<typeof stateToDocument>[0]) => canonicalJson(stateToDocument(state));

describe('a station between the hub and its windows', () => {
  it('shows them the board, the configuration and the names as the hub gives them', async () => {
    const bench = await StationBench.live(2);
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }], customerName: 'Nora' });
    await bench.settle();
    for (const { client } of bench.windows) {
      expect(textOn(client.confirmed())).toBe(text(bench));
      expect(client.config()).toEqual(bench.hub.config());
      const person = bench.hub.ticket('T1').head.customer?.personId;
      expect(person && client.personal(person)?.name).toBe('Nora');
      expect(client.link()).toEqual({ state: 'live', ageMs: 0 });
      expect(client.now()).toBe(bench.hub.now());
    }
  });

  it('passes a press on once, and every window shows it at once', async () => {
    const bench = await StationBench.live(2);
    const [first, second] = bench.windows;
    if (!first || !second) throw new Error('two windows');
    const { commandId, result } = bench.bump(first, 'T0');
    first.pair.deliver('up');
    await new Promise(setImmediate);
    second.pair.deliver('down');
    expect(second.client.pendingCount()).toBe(1);
    await bench.settle();
    expect(await result).toEqual({ state: 'queued' });
    expect(bench.hub.decided.get(commandId)).toBe(1);
    expect(bench.store.outbox.all()).toEqual([]);
    for (const { client } of bench.windows) {
      expect(client.pendingCount()).toBe(0);
      expect(client.view()).toBe(client.confirmed());
    }
    const part = bench.hub.ticket('T0').items[0]?.batches[0]?.parts[0];
    expect(part?.ready).toBe(1);
  });

  it('speaks for the screen at which it was pressed', async () => {
    const bench = await StationBench.live(1);
    const other = bench.window(fry);
    const pass = bench.window(StationId.parse('expo'));
    await bench.heal();
    bench.hub.put({ id: 'F', items: [{ id: 'f', stations: ['fry'] }] });
    await bench.settle();
    const ticket = bench.hub.ticket('F');
    const portions = ticket.items.map(({ id: item }) => ({ item, batch: 1, quantity: 1 }));
    const press = { type: 'item.bump' as const, ticket: ticket.id, station: fry, portions };
    other.client.press({ ...press, seen: other.client.view().seq });
    await bench.settle();
    expect(bench.hub.ticket('F').items[0]?.batches[0]?.parts[0]?.ready).toBe(1);
    const rushed = pass.client.press({ type: 'ticket.rush', ticket: ticket.id, priority: 'rush' });
    await bench.settle();
    expect(await rushed.result).toMatchObject({ state: 'decided', outcome: 'applied' });
  });

  it('hands on what a screen has listed, and tells it again when the line swallowed it', async () => {
    const bench = await StationBench.live(1);
    const [window] = bench.windows;
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    await bench.settle();
    const { id, versions } = bench.hub.ticket('T1');
    bench.up.cut();
    window?.client.reportListed(id, versions[grill] ?? 0);
    bench.timers.advance(100);
    await bench.settle();
    expect(bench.hub.ticket('T1').receipts[grill]?.listedAt ?? null).toBeNull();
    expect(bench.hubSide.presence.isUp(grill)).toBe(false);
    bench.up.connect();
    await bench.settle();
    bench.timers.advance(100);
    await bench.settle();
    expect(bench.hub.ticket('T1').receipts[grill]?.listedAt).toBeTypeOf('number');
    expect(bench.hubSide.presence.isUp(grill)).toBe(true);
  });
});

describe('while the hub is away', () => {
  it('its windows say lost within 3 s, with the age, though the station beats on', async () => {
    const bench = await StationBench.live(1);
    const [window] = bench.windows;
    bench.up.cut();
    const told: number[] = [];
    for (let ms = 0; ms < 6_000; ms += 250) {
      bench.timers.advance(250);
      if (ms % 1_000 === 0) bench.beatOfStation();
      await bench.settle();
      if (window?.client.link().state === 'lost') told.push(ms + 250);
    }
    expect(told[0]).toBeLessThanOrEqual(3_000);
    expect(window?.client.link().ageMs).toBeGreaterThanOrEqual(5_900);
    const later = bench.window();
    later.pair.connect();
    await bench.settle();
    expect(later.client.link()).toEqual(window?.client.link());
  });

  it('a fire and an 86 are refused at once, a bump waits', async () => {
    const bench = await StationBench.live(1);
    const [window] = bench.windows;
    if (!window) throw new Error('a window');
    const { id } = bench.hub.ticket('T0');
    bench.up.cut();
    const fire = window.client.press({ type: 'course.fire', ticket: id, course: 1 });
    const off = window.client.press({
      type: 'menuItem.eightySix',
      dish: { source: 'pos', menuItemId: 'soup', name: 'Soup' },
      untilRestored: false,
    });
    const bump = bench.bump(window, 'T0');
    await bench.settle();
    expect(await fire.result).toMatchObject({ state: 'refused', code: 'unavailable' });
    expect(await off.result).toMatchObject({ state: 'refused' });
    expect(await bump.result).toEqual({ state: 'queued' });
    bench.up.connect();
    await bench.settle();
    expect([...bench.hub.decided.keys()]).toEqual([bump.commandId]);
  });

  it('presses outlive the station, in order, and reach the next hub once', async () => {
    const bench = await StationBench.live(1);
    const ids = ['A', 'B', 'C', 'D', 'E'];
    for (const id of ids) bench.hub.put({ id, items: [{ id: 'a' }] });
    await bench.settle();
    bench.up.cut();
    const [window] = bench.windows;
    if (!window) throw new Error('a window');
    const pressed = ids.map((id) => bench.bump(window, id).commandId);
    await bench.settle();
    bench.restart();
    bench.connectWindows();
    await bench.settle();
    expect(window?.client.pendingCount()).toBe(ids.length);
    const ready = (id: string) =>
      [...(window?.client.view().tickets.values() ?? [])].find((one) => one.externalId === id)?.items[0]
        ?.batches[0]?.parts[0]?.ready;
    expect(ids.map(ready)).toEqual([1, 1, 1, 1, 1]);
    bench.replaceHub();
    await bench.heal();
    expect([...bench.hub.decided.entries()]).toEqual(pressed.map((id) => [id, 1]));
    expect(textOn(bench.station.state())).toBe(text(bench));
    expect(window?.client.pendingCount()).toBe(0);
  });

  it('the clock runs on after a restart, whatever the device believes, and the link is lost', async () => {
    const bench = await StationBench.live(1);
    await bench.pass(11_000);
    bench.up.cut();
    bench.timers.advance(120_000);
    bench.restart();
    bench.connectWindows();
    await bench.settle();
    const [window] = bench.windows;
    expect(Math.abs((window?.client.now() ?? 0) - bench.hub.now())).toBeLessThan(1_000);
    expect(window?.client.link().state).toBe('lost');
    expect(window?.client.link().ageMs).toBeGreaterThanOrEqual(120_000);
    bench.restart(() => {
      bench.deviceAheadMs = -40 * 365 * 24 * 3_600_000;
    });
    bench.connectWindows();
    await bench.settle();
    expect(window?.client.link().state).toBe('lost');
    await bench.heal();
    expect(window?.client.now()).toBe(bench.hub.now());
    expect(window?.client.link().state).toBe('live');
  });
});

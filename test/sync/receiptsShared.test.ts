import { describe, expect, it } from 'vitest';
import { type Down, Down as DownSchema } from '../../shared/protocol/screenMessages.ts';
import { ScreenRooms } from '../../shared/sync/server/screenRooms.ts';
import { FakeTimers } from '../support/fakeTimers.ts';
import { grill } from '../support/house.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { type Screen, SyncBench } from '../support/syncBench.ts';

const DELAY_MS = 20;

/** Rooms with somebody in them, and all that was told. */
function toldRooms() {
  const timers = new FakeTimers();
  const hub = new MemoryHub(timers);
  const told: Array<{ name: string; payload: unknown }> = [];
  const rooms = new ScreenRooms(
    hub,
    (_rooms, name, payload) => told.push({ name, payload }),
    (ms, run) => timers.after(ms, run),
  );
  rooms.enter({}, ['kitchen']);
  const downs = (): Down[] =>
    told.filter(({ name }) => name === 'down').map(({ payload }) => DownSchema.parse(payload));
  return { timers, hub, rooms, told, downs };
}

function paint(hub: MemoryHub, externalId: string): void {
  const { id, versions } = hub.ticket(externalId);
  const painted = [{ ticket: id, version: versions[grill] ?? 0 }];
  hub.house({ type: 'receipt.report', station: grill, listed: [], painted });
}

const typesOf = (down: Down | undefined) => down?.events.map(({ type }) => type);

describe('receipts on their way to the screens', () => {
  it('ride along with the next change, in order and without a gap', () => {
    const { hub, downs } = toldRooms();
    hub.put({ id: 'T1', items: [{ id: 'a' }] });
    paint(hub, 'T1');
    expect(downs()).toHaveLength(1);
    hub.put({ id: 'T2', items: [{ id: 'a' }] });
    const [first, second] = downs();
    expect(downs()).toHaveLength(2);
    expect(typesOf(second)?.slice(0, 2)).toEqual(['ticket.painted', 'ticket.received']);
    expect(second?.from).toBe((first?.to ?? 0) + 1);
    expect(second?.to).toBe(hub.state().seq);
  });

  it('go by themselves within 50 ms when nothing else happens', () => {
    const { hub, timers, downs } = toldRooms();
    hub.put({ id: 'T1', items: [{ id: 'a' }] });
    paint(hub, 'T1');
    timers.advance(49);
    expect(downs()).toHaveLength(1);
    timers.advance(1);
    expect(typesOf(downs()[1])).toEqual(['ticket.painted']);
    timers.advance(1_000);
    expect(downs()).toHaveLength(2);
  });

  it('go before a beat, which says where the log stands', () => {
    const { hub, rooms, told } = toldRooms();
    hub.put({ id: 'T1', items: [{ id: 'a' }] });
    paint(hub, 'T1');
    rooms.beat();
    expect(told.map(({ name }) => name)).toEqual(['down', 'down', 'beat']);
  });
});

/** What a screen does after a frame. */
function show({ client }: Screen): void {
  for (const { id, versions } of client.view().tickets.values()) {
    const version = versions[grill];
    if (version !== undefined) client.reportPainted(id, version);
  }
}

const reports = ({ pair }: Screen): number => pair.sentUp.filter((name) => name === 'command').length;

async function frames(bench: SyncBench, screens: Screen[], ms: number): Promise<void> {
  for (const screen of screens) show(screen);
  bench.timers.advance(ms);
  await bench.settle();
}

describe('screens of one station', () => {
  async function twoThatSpoke() {
    const bench = new SyncBench();
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    const one = await bench.live({ receiptDelayMs: DELAY_MS });
    const other = await bench.live({ receiptDelayMs: DELAY_MS });
    // Both at the same moment: the log takes one.
    await frames(bench, [one, other], DELAY_MS);
    return { bench, one, other, before: [reports(one), reports(other)] as const };
  }

  it('leave the talking to the one whose report the log took', async () => {
    const { bench, one, other, before } = await twoThatSpoke();
    for (let n = 2; n < 10; n += 1) {
      bench.hub.put({ id: `T${n}`, items: [{ id: 'a' }] });
      await bench.settle();
      await frames(bench, [one, other], DELAY_MS);
    }
    const sent = [reports(one) - before[0], reports(other) - before[1]];
    expect(sent.sort()).toEqual([0, 8]);
    expect(bench.hub.ticket('T9').receipts[grill]?.paintedAt).not.toBeNull();
  });

  it('speak for it half a second later when it is silent', async () => {
    const { bench, one, other } = await twoThatSpoke();
    one.pair.cut();
    bench.hub.put({ id: 'T2', items: [{ id: 'a' }] });
    await bench.settle();
    await frames(bench, [other], 600);
    expect(bench.hub.ticket('T2').receipts[grill]?.paintedAt).not.toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../shared/domain/model/ticket.ts';
import { grill } from '../support/house.ts';
import { type Screen, SyncBench } from '../support/syncBench.ts';

const DELAY_MS = 50;

async function withTicket() {
  const bench = new SyncBench();
  bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
  const screen = await bench.live();
  return { bench, screen };
}

const ticketOn = (screen: Screen): Ticket => {
  const [ticket] = [...screen.client.confirmed().tickets.values()];
  if (!ticket) throw new Error('no ticket');
  return ticket;
};

/** What a screen does after every frame. */
async function frame(bench: SyncBench, screen: Screen): Promise<void> {
  for (const { id, versions } of screen.client.view().tickets.values()) {
    const version = versions[grill];
    if (version === undefined) continue;
    screen.client.reportListed(id, version);
    screen.client.reportPainted(id, version);
  }
  bench.timers.advance(DELAY_MS);
  await bench.settle();
}

const reports = (screen: Screen): number => screen.pair.sentUp.filter((name) => name === 'command').length;

describe('receipts', () => {
  it('are told once a version, however many frames are painted', async () => {
    const { bench, screen } = await withTicket();
    for (let i = 0; i < 5; i += 1) await frame(bench, screen);
    expect(reports(screen)).toBe(1);
    const receipt = ticketOn(screen).receipts[grill];
    expect(receipt?.listedAt).not.toBeNull();
    expect(receipt?.paintedAt).not.toBeNull();
  });

  it('are told once although the hub has not answered yet', async () => {
    const { bench, screen } = await withTicket();
    const { id, versions } = ticketOn(screen);
    for (let i = 0; i < 3; i += 1) {
      screen.client.reportListed(id, versions[grill] ?? 0);
      bench.timers.advance(DELAY_MS);
    }
    expect(reports(screen)).toBe(1);
  });

  it('of a frame go up in one message', async () => {
    const { bench, screen } = await withTicket();
    for (let i = 2; i < 20; i += 1) bench.hub.put({ id: `T${i}`, items: [{ id: 'a' }] });
    await bench.settle();
    await frame(bench, screen);
    expect(reports(screen)).toBe(1);
    expect(bench.hub.ticket('T19').receipts[grill]?.listedAt).not.toBeNull();
  });

  it('are told again for a new version', async () => {
    const { bench, screen } = await withTicket();
    await frame(bench, screen);
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }, { id: 'b' }] });
    await bench.settle();
    await frame(bench, screen);
    expect(reports(screen)).toBe(2);
    const ticket = bench.hub.ticket('T1');
    expect(ticket.receipts[grill]?.version).toBe(ticket.versions[grill]);
  });

  it('of a station are told by one of its screens when they paint together', async () => {
    const { bench, screen } = await withTicket();
    const late = await bench.live({ receiptDelayMs: 2 * DELAY_MS });
    await frame(bench, screen);
    await frame(bench, late);
    await frame(bench, late);
    expect([reports(screen), reports(late)]).toEqual([1, 0]);
  });

  it('are not kept for a hub that is away: of a version that passed meanwhile nothing is told', async () => {
    const { bench, screen } = await withTicket();
    screen.pair.cut();
    await frame(bench, screen);
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }, { id: 'b' }] });
    screen.pair.connect();
    await bench.settle();
    bench.timers.advance(1_000);
    await bench.settle();
    expect(reports(screen)).toBe(0);
    await frame(bench, screen);
    expect(reports(screen)).toBe(1);
  });

  it('lost with their connection are told again on the next, once, although the glass says them only once', async () => {
    const { bench, screen } = await withTicket();
    const { id, versions } = ticketOn(screen);
    screen.client.reportListed(id, versions[grill] ?? 0);
    bench.timers.advance(DELAY_MS);
    screen.pair.cut();
    screen.pair.connect();
    await bench.settle();
    await bench.pass(5_000);
    expect(reports(screen)).toBe(2);
    expect(ticketOn(screen).receipts[grill]?.listedAt).not.toBeNull();
  });

  it('of a screen that was hidden when its line came back are told when it is seen again', async () => {
    const bench = new SyncBench();
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    let isVisible = true;
    const screen = await bench.live({ isVisible: () => isVisible });
    const { id, versions } = ticketOn(screen);
    screen.client.reportListed(id, versions[grill] ?? 0);
    screen.pair.cut();
    isVisible = false;
    screen.pair.connect();
    await bench.settle();
    await bench.pass(3_000);
    expect(reports(screen)).toBe(0);
    isVisible = true;
    await bench.pass(2_000);
    expect(reports(screen)).toBe(1);
  });

  it('are not given by a screen nobody can see', async () => {
    const bench = new SyncBench();
    bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    const screen = await bench.live({ isVisible: () => false });
    await frame(bench, screen);
    expect(reports(screen)).toBe(0);
    await bench.pass(1_000);
    expect(bench.presence.isUp(grill)).toBe(false);
  });

  it('are not given for a version only the overlay has', async () => {
    const { bench, screen } = await withTicket();
    await frame(bench, screen);
    const { id, items } = ticketOn(screen);
    const portions = items.map((item) => ({ item: item.id, batch: 1, quantity: 1 }));
    screen.client.press({
      type: 'item.bump',
      ticket: id,
      station: grill,
      portions,
      seen: screen.client.view().seq,
    });
    await bench.settle();
    screen.pair.cut();
    const none = portions.map((portion) => ({ ...portion, quantity: 0 }));
    screen.client.press({
      type: 'item.recall',
      ticket: id,
      station: grill,
      portions: none,
      undo: false,
      seen: screen.client.view().seq,
    });
    const shown = screen.client.view().tickets.get(id)?.versions[grill];
    expect(shown).not.toBe(ticketOn(screen).versions[grill]);
    const before = reports(screen);
    await frame(bench, screen);
    expect(reports(screen)).toBe(before);
  });
});

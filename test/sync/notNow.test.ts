import { describe, expect, it } from 'vitest';
import type { SourceRequest, SourceResult } from '../../shared/sync/server/source.ts';
import { grill } from '../support/house.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { type Screen, SyncBench } from '../support/syncBench.ts';

/** A hub that is up and whose disk is full. */
class FullHub extends MemoryHub {
  /** How many more commands it refuses. */
  refuses = Number.POSITIVE_INFINITY;

  override submit(request: SourceRequest): Promise<SourceResult> {
    if (this.refuses <= 0) return super.submit(request);
    this.refuses -= 1;
    return Promise.resolve({ ok: false, code: 'unavailable', message: 'disk full' });
  }
}

async function boardOf(...ids: string[]) {
  const bench = new SyncBench();
  const hub = new FullHub(bench.timers);
  bench.replaceHub(hub);
  for (const id of ids) hub.put({ id, items: [{ id: 'a' }] });
  return { bench, hub, screen: await bench.live() };
}

function bump({ client }: Screen, hub: MemoryHub, id: string) {
  const ticket = hub.ticket(id);
  const portions = ticket.items.map((item) => ({ item: item.id, batch: 1, quantity: 1 }));
  return client.press({
    type: 'item.bump',
    ticket: ticket.id,
    station: grill,
    portions,
    seen: client.view().seq,
  });
}

describe('a hub that cannot take presses now', () => {
  it('is told loudly of what is pressed before its eyes', async () => {
    const { bench, hub, screen } = await boardOf('A');
    const { result } = bump(screen, hub, 'A');
    await bench.settle();
    expect(await result).toMatchObject({ state: 'refused', code: 'unavailable' });
  });

  it('gets what was pressed while it was away later, once and in order', async () => {
    const { bench, hub, screen } = await boardOf('A', 'B', 'C');
    screen.pair.cut();
    const ids = ['A', 'B', 'C'].map((id) => bump(screen, hub, id).commandId);
    screen.pair.connect();
    await bench.pass(12_000);
    expect(hub.decided.size).toBe(0);
    expect(screen.client.pendingCount()).toBe(3);
    const sent = screen.pair.sentUp.filter((name) => name === 'command').length;
    expect(sent).toBeLessThanOrEqual(9);
    hub.refuses = 0;
    await bench.pass(6_000);
    expect([...hub.decided.entries()]).toEqual(ids.map((id) => [id, 1]));
    expect(screen.client.pendingCount()).toBe(0);
    expect(screen.refusals).toEqual([]);
  });

  it('never gets one after another that was pressed later: that one is told as not done', async () => {
    const { bench, hub, screen } = await boardOf('A', 'B');
    screen.pair.cut();
    const [first, second] = ['A', 'B'].map((id) => bump(screen, hub, id).commandId);
    hub.refuses = 1;
    screen.pair.connect();
    await bench.pass(12_000);
    expect([...hub.decided.keys()]).toEqual([second]);
    expect(screen.refusals).toMatchObject([{ commandId: first, code: 'unavailable' }]);
    expect(screen.client.pendingCount()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { StationBench, type Window } from '../support/stationBench.ts';

/** Portions of the ticket's one dish that are ready on the glass. */
function readyOf({ client }: Window, externalId: string): number | undefined {
  const ticket = [...client.view().tickets.values()].find((one) => one.externalId === externalId);
  return ticket?.items[0]?.batches[0]?.bumped;
}

async function aBench(): Promise<{ bench: StationBench; window: Window }> {
  const bench = await StationBench.live(2);
  const [window] = bench.windows;
  if (!window) throw new Error('no window');
  for (const id of ['T1', 'T2']) bench.hub.put({ id, items: [{ id: 'a' }] });
  await bench.settle();
  return { bench, window };
}

describe('a window of a station', () => {
  it('stays in step through a press and its answer: nobody asks for the board again', async () => {
    const { bench, window } = await aBench();
    const sessions = () => bench.windows.map(({ client }) => client.status().session);
    const before = sessions();
    bench.bump(window, 'T1');
    await bench.settle();
    await bench.pass(3_000);
    expect(window.client.pendingCount()).toBe(0);
    expect(readyOf(window, 'T1')).toBe(1);
    expect(sessions()).toEqual(before);
  });

  it('that is asking for the board shows a press that its station has meanwhile kept', async () => {
    const { bench, window } = await aBench();
    bench.up.cut();
    await bench.settle();
    bench.bump(window, 'T1');
    // The press is on its way when a beat that does not fit makes the window ask again; the answer to that stays out.
    window.pair.push('down', 'beat', { epoch: 'another', seq: 0, now: 0 });
    window.pair.deliver('up');
    await new Promise((resolve) => setImmediate(resolve));
    window.pair.deliver('down');
    expect(readyOf(window, 'T1')).toBe(1);
  });

  it('[Y1] says POS LOST with its time, silence apart, and that the POS is back, as its hub says it', async () => {
    const { bench, window } = await aBench();
    expect(window.client.posLost()).toBeNull();
    const since = bench.hub.now();
    bench.hub.pos = { since };
    await bench.pass(2_000);
    expect(window.client.posLost()).toEqual({ since });
    bench.hub.pos = { since, isSilent: true };
    await bench.pass(2_000);
    expect(window.client.posLost()).toEqual({ since, isSilent: true });
    bench.hub.pos = null;
    await bench.pass(2_000);
    expect(window.client.posLost()).toBeNull();
  });
});

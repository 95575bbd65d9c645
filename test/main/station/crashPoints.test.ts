import { expect, it } from 'vitest';
import { stateToDocument } from '../../../shared/domain/model/state.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { StationBench } from '../../support/stationBench.ts';

const text = (source: StationBench['hub'] | StationBench['station']) =>
  canonicalJson(stateToDocument(source.state()));

async function benchWithWindow() {
  const bench = await StationBench.live(1);
  const [window] = bench.windows;
  if (!window) throw new Error('a window');
  return { bench, window };
}

const waiting = ({ store }: StationBench) => store.outbox.all().map(({ envelope }) => envelope.id);

it('between a write and its commit: an older replica with its own outbox, which the hub fills', async () => {
  const { bench, window } = await benchWithWindow();
  const before = text(bench.station);
  const { write } = bench.store;
  bench.store.write = (work) =>
    write.call(bench.store, () => {
      work();
      throw new Error('the power went');
    });
  const { commandId } = bench.bump(window, 'T0');
  await bench.settle();
  expect(bench.hub.decided.get(commandId)).toBe(1);
  // It went on in memory, and said so.
  expect(text(bench.station)).toBe(text(bench.hub));
  expect(bench.station.reasons().join()).toContain('disk');

  bench.restart();
  expect(text(bench.station)).toBe(before);
  expect(waiting(bench)).toEqual([commandId]);
  bench.connectWindows();
  await bench.settle();
  expect(window.client.pendingCount()).toBe(1);
  await bench.heal();
  expect(text(bench.station)).toBe(text(bench.hub));
  expect(bench.hub.decided.get(commandId)).toBe(1);
  expect(waiting(bench)).toEqual([]);
});

it('a disk that takes writes again gets the whole state, not a tail with a hole', async () => {
  const { bench } = await benchWithWindow();
  const { write } = bench.store;
  bench.store.write = () => {
    throw new Error('no space');
  };
  bench.hub.put({ id: 'T1', items: [{ id: 'a' }] });
  await bench.settle();
  bench.store.write = write;
  bench.hub.put({ id: 'T2', items: [{ id: 'a' }] });
  await bench.settle();
  bench.restart();
  expect(text(bench.station)).toBe(text(bench.hub));
});

it('a press that the disk does not take is not called kept', async () => {
  const { bench, window } = await benchWithWindow();
  bench.up.cut();
  bench.store.outbox.put = () => {
    throw new Error('no space');
  };
  const { result } = bench.bump(window, 'T0');
  await bench.settle();
  expect(await result).toMatchObject({ state: 'refused', code: 'unavailable' });
  expect(window.client.pendingCount()).toBe(0);
});

it('between the answer of the hub and the events that came of it: the press is still shown', async () => {
  const { bench, window } = await benchWithWindow();
  const { commandId } = bench.bump(window, 'T0');
  window.pair.deliver('up');
  await new Promise(setImmediate);
  bench.up.deliver('up');
  await new Promise(setImmediate);
  expect(bench.up.waiting('down')).toEqual(['down', 'command:answer']);
  bench.up.drop('down');
  bench.up.deliver('down');
  await new Promise(setImmediate);
  expect(waiting(bench)).toEqual([commandId]);
  bench.restart();
  expect(waiting(bench)).toEqual([commandId]);
  bench.connectWindows();
  await bench.settle();
  const shown = [...window.client.view().tickets.values()][0]?.items[0]?.batches[0]?.parts[0]?.ready;
  expect(shown).toBe(1);
  await bench.heal();
  expect(bench.hub.decided.get(commandId)).toBe(1);
  expect(waiting(bench)).toEqual([]);
});

it('what came of a press and its leaving the outbox are one transaction', async () => {
  const { bench, window } = await benchWithWindow();
  let writes = 0;
  const { write } = bench.store;
  bench.store.write = (work) => {
    writes += 1;
    write.call(bench.store, work);
  };
  bench.bump(window, 'T0');
  await bench.settle();
  expect(waiting(bench)).toEqual([]);
  expect(writes).toBe(1);
});

it('a press of another build that cannot be read stays, and the others go', async () => {
  const { bench, window } = await benchWithWindow();
  bench.up.cut();
  const unknown = { id: 'press-of-tomorrow', claimedAt: 1, command: { type: 'oven.preheat' } };
  bench.store.outbox.put({ siteId: 'site', envelope: unknown as never });
  const { commandId } = bench.bump(window, 'T0');
  await bench.settle();
  bench.restart();
  await bench.heal();
  expect(bench.hub.decided.get(commandId)).toBe(1);
  const unreadable: unknown[] = [];
  expect(bench.store.outbox.all((problem) => unreadable.push(problem))).toEqual([]);
  expect(unreadable).toHaveLength(1);
});

it('a file whose replica cannot be read keeps its presses and asks the hub for the rest', async () => {
  const { bench, window } = await benchWithWindow();
  bench.up.cut();
  const { commandId } = bench.bump(window, 'T0');
  await bench.settle();
  bench.store.setSnapshot({ ...stateToDocument(bench.hub.state()), day: 5 as never });
  bench.restart();
  expect(bench.station.refusal()).toMatchObject({ code: 'unavailable' });
  expect(waiting(bench)).toEqual([commandId]);
  await bench.heal();
  expect(text(bench.station)).toBe(text(bench.hub));
  expect(bench.hub.decided.get(commandId)).toBe(1);
});

import { expect, it } from 'vitest';
import { shiftDoings } from '../../shared/domain/selectors/shiftDoings.ts';
import { partyContent, WITH_FLOOR } from '../support/doorHouse.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { StationBench } from '../support/stationBench.ts';

it('[S82] a press on a station’s screen has the name people gave that screen as its author, while it waits and when the hub has it', async () => {
  const bench = new StationBench();
  Object.assign(bench.atHub, { roles: ['kitchen', 'host'], screenName: 'tablet at the bar' });
  bench.replaceHub(new MemoryHub(bench.timers, 'site', WITH_FLOOR));
  bench.hub.house({ type: 'party.put', content: partyContent({}) });
  const { client } = bench.window(null);
  await bench.heal();
  const authors = () =>
    shiftDoings(client.view(), WITH_FLOOR).map(({ step }) => `${step.kind}: ${step.screen ?? '?'}`);
  const [party] = client.view().parties.values();
  if (!party) throw new Error('nobody is booked');
  bench.up.cut();
  client.press({ type: 'party.arrive', party: party.id, arrived: null, seen: client.view().seq });
  await bench.settle();
  expect(authors()).toEqual(['arrive: tablet at the bar']);
  expect(bench.hub.state().parties.get(party.id)?.steps).toHaveLength(0);
  await bench.heal();
  expect(client.pendingCount()).toBe(0);
  expect(authors()).toEqual(['arrive: tablet at the bar']);
  const [step] = bench.hub.state().parties.get(party.id)?.steps ?? [];
  expect(step).toMatchObject({ kind: 'arrive', screen: 'tablet at the bar' });
});

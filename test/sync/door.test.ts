import { describe, expect, it } from 'vitest';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import { partyContent, WITH_FLOOR } from '../support/doorHouse.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { type Screen, SyncBench } from '../support/syncBench.ts';

function benchWithDoor(): SyncBench {
  const bench = new SyncBench();
  bench.replaceHub(new MemoryHub(bench.timers, 'site', WITH_FLOOR));
  for (const id of ['r1', 'r2'])
    bench.hub.house({ type: 'party.put', content: partyContent({ id, name: `${id} Lovelace` }) });
  return bench;
}

const host = (bench: SyncBench) => bench.live({ roles: ['host'], station: null });
const partyAt = ({ client }: Screen, id: string) =>
  [...client.view().parties.values()].find(({ externalId }) => externalId === id);

function seat(screen: Screen, id: string, table: string): ScreenCommand {
  const party = partyAt(screen, id);
  if (!party) throw new Error(`no party ${id}`);
  const seating = { covers: null, server: null, seats: [], reason: null };
  return {
    type: 'party.seat',
    party: party.id,
    tables: [table],
    ...seating,
    seen: screen.client.view().seq,
  };
}

describe('two hosts', () => {
  it('[S6] seat one table in the same second, one of them away from the hub: one wins, the other is told, nobody is lost', async () => {
    const bench = benchWithDoor();
    const [here, away] = [await host(bench), await host(bench)];
    away.pair.cut();
    const late = away.client.press(seat(away, 'r2', '12'));
    expect(partyAt(away, 'r2')?.live).toMatchObject({ state: 'seated', tables: ['12'] });
    const first = here.client.press(seat(here, 'r1', '12'));
    await bench.settle();
    expect(await first.result).toMatchObject({ state: 'decided', outcome: 'applied' });
    away.pair.connect();
    await bench.settle();
    expect(await late.result).toMatchObject({ state: 'refused', code: 'table_taken' });
    for (const screen of [here, away]) {
      expect(partyAt(screen, 'r1')?.live).toMatchObject({ state: 'seated', tables: ['12'] });
      expect(partyAt(screen, 'r2')?.live).toMatchObject({ state: 'booked', tables: [] });
    }
    expect(bench.hub.eventsAfter(0, 1_000).filter(({ type }) => type === 'cover.opened')).toHaveLength(1);
  });
});

describe('guests', () => {
  it('[S4] come beside the events and in the snapshot, cut to the role', async () => {
    const bench = benchWithDoor();
    const [door, kitchen] = [await host(bench), await bench.live()];
    const person = partyAt(door, 'r1')?.person?.personId;
    if (!person) throw new Error('nobody');
    expect(door.client.personal(person)).toMatchObject({ name: 'r1 Lovelace', phone: null });
    expect(kitchen.client.personal(person)).toEqual({ name: 'r1 Lovelace' });
    bench.hub.house({ type: 'party.put', content: partyContent({ id: 'r3', name: 'Ada' }) });
    await bench.settle();
    const ada = partyAt(kitchen, 'r3')?.person?.personId;
    expect(ada && kitchen.client.personal(ada)).toEqual({ name: 'Ada' });
  });
});

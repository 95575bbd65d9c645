import { describe, expect, it } from 'vitest';
import { conflictView, pressedNow } from '../../shared/domain/selectors/conflictView.ts';
import { partyContent, WITH_FLOOR } from '../support/doorHouse.ts';
import { KeepingStore } from '../support/keepingStore.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { type Screen, SyncBench } from '../support/syncBench.ts';

function benchWithDoor(): SyncBench {
  const bench = new SyncBench();
  bench.replaceHub(new MemoryHub(bench.timers, 'site', WITH_FLOOR));
  for (const id of ['r1', 'r2'])
    bench.hub.house({ type: 'party.put', content: partyContent({ id, name: `${id} Lovelace` }) });
  return bench;
}

const partyAt = ({ client }: Screen, id: string) => {
  const party = [...client.view().parties.values()].find(({ externalId }) => externalId === id);
  if (!party) throw new Error(`no party ${id}`);
  return party;
};

function seat(screen: Screen, id: string, table: string) {
  const seating = { covers: null, server: null, seats: [], reason: null };
  const { seq: seen } = screen.client.view();
  return screen.client.press({
    type: 'party.seat',
    party: partyAt(screen, id).id,
    tables: [table],
    ...seating,
    seen,
  });
}

/** r2 was seated at 12 away from the hub, where r1 sits since. */
async function afterConflict(store: KeepingStore) {
  const bench = benchWithDoor();
  const here = await bench.live({ roles: ['host'], station: null });
  const away = await bench.live({ roles: ['host'], station: null, outbox: store });
  away.pair.cut();
  const late = seat(away, 'r2', '12');
  seat(here, 'r1', '12');
  await bench.settle();
  away.pair.connect();
  await bench.settle();
  expect(await late.result).toMatchObject({ state: 'refused', code: 'table_taken' });
  return { bench, here, away };
}

describe('[S78] a press made away from the hub and not done', () => {
  it('stays listed through a reload with what stands now, until somebody has settled it', async () => {
    const store = new KeepingStore();
    const { bench, away } = await afterConflict(store);
    expect(away.client.notDone()).toMatchObject([{ settled: { code: 'table_taken' } }]);
    expect(away.client.pendingCount()).toBe(0);
    away.client.end();
    const again = await bench.live({ roles: ['host'], station: null, outbox: store });
    const [entry] = again.client.notDone();
    if (!entry) throw new Error('nothing is listed');
    const { command } = entry.envelope;
    const view = conflictView(again.client.view(), command);
    expect(view.party?.externalId).toBe('r2');
    expect(view.tables).toMatchObject([{ table: '12', by: { externalId: 'r1' } }]);
    expect(view.mayBeSeated).toBe(true);
    again.client.haveRead([entry.envelope.id]);
    expect(again.client.notDone()).toEqual([]);
    again.client.end();
    const third = await bench.live({ roles: ['host'], station: null, outbox: store });
    expect(third.client.notDone()).toEqual([]);
  });

  it('may be made anew on the glass as it is now', async () => {
    const store = new KeepingStore();
    const { away, bench } = await afterConflict(store);
    const [entry] = away.client.notDone();
    const { seq } = away.client.view();
    if (entry?.envelope.command.type !== 'party.seat') throw new Error('no seating is listed');
    const elsewhere = { ...entry.envelope.command, tables: ['13'] };
    const pressed = away.client.press(pressedNow(elsewhere, seq));
    await bench.settle();
    expect(await pressed.result).toMatchObject({ state: 'decided', outcome: 'applied' });
    // They sit: the old press has nothing to find a table for.
    expect(conflictView(away.client.view(), entry.envelope.command).mayBeSeated).toBe(false);
  });

  it('one that was made with the hub there is told at the press alone', async () => {
    const store = new KeepingStore();
    const bench = benchWithDoor();
    const here = await bench.live({ roles: ['host'], station: null });
    const other = await bench.live({ roles: ['host'], station: null, outbox: store });
    seat(here, 'r1', '12');
    const late = seat(other, 'r2', '12');
    await bench.settle();
    expect(await late.result).toMatchObject({ state: 'refused' });
    expect(other.client.notDone()).toEqual([]);
  });
});

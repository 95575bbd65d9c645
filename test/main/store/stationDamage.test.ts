import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../main/store/database.ts';
import { type DamagedStation, openStationStore } from '../../../main/store/openStation.ts';
import { CommandId, StationId, TicketId } from '../../../shared/lib/ids.ts';
import type { OutboxEntry } from '../../../shared/sync/client/outboxStore.ts';
import { spoilTable } from './damage.ts';
import { dataFolder } from './folder.ts';

const PRESSES = 5;

function aPress(n: number): OutboxEntry {
  const station = StationId.parse('grill');
  const common = { ticket: TicketId.parse(`ticket-${n}`), station, portions: [], seen: 1 };
  const command = { type: 'item.bump' as const, ...common };
  return {
    siteId: 'here',
    envelope: { id: CommandId.parse(`press-${n}-of-test`), claimedAt: 1, station, command },
  };
}

/** A station's folder with presses that wait and a board of its own. */
function aStation(): { dataDir: string; file: string } {
  const dataDir = dataFolder();
  const store = openStationStore(dataDir);
  for (let n = 0; n < PRESSES; n += 1) store.outbox.put(aPress(n));
  store.close();
  const file = join(dataDir, 'station.db');
  const db = openDatabase(file);
  db.prepare('INSERT INTO snapshot (one, document) VALUES (1, ?)').run('x'.repeat(400_000));
  db.close();
  return { dataDir, file };
}

it('a file that is no database any more is set aside, and the station starts', () => {
  const { dataDir, file } = aStation();
  writeFileSync(file, 'x'.repeat(9_000));
  const damaged: DamagedStation[] = [];
  const store = openStationStore(dataDir, (told) => damaged.push(told));
  expect(store.outbox.all()).toEqual([]);
  expect(damaged).toMatchObject([{ presses: 0 }]);
  store.close();
  expect(readdirSync(dataDir).some((name) => name.startsWith('station.db.damaged-'))).toBe(true);
  openStationStore(dataDir, (told) => damaged.push(told)).close();
  expect(damaged).toHaveLength(1);
});

it('the presses that can still be read in it go on waiting, in their order', () => {
  const { dataDir, file } = aStation();
  const db = openDatabase(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  spoilTable(file, 'snapshot');
  const damaged: DamagedStation[] = [];
  const store = openStationStore(dataDir, (told) => damaged.push(told));
  expect(damaged).toMatchObject([{ presses: PRESSES }]);
  expect(store.outbox.all().map(({ envelope }) => envelope.id)).toEqual(
    Array.from({ length: PRESSES }, (_, n) => aPress(n).envelope.id),
  );
  store.close();
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examine } from '../../../main/service/doctor/examine.ts';
import { type Finding, worstOf } from '../../../main/service/doctor/finding.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { writeMeta } from '../../../main/store/metaTable.ts';
import { openStationStore } from '../../../main/store/openStation.ts';
import type { StationStore } from '../../../main/store/StationStore.ts';
import { CommandId, StationId, TicketId } from '../../../shared/lib/ids.ts';
import { spoilTable } from '../store/damage.ts';
import { dataFolder } from '../store/folder.ts';

const NOW = Date.UTC(2026, 10, 21, 22);

/** The folder of a station that followed a hub, was stopped, and looked after by `then` before. */
function aStation(then: (store: StationStore) => void = () => undefined): string {
  const dataDir = dataFolder();
  const store = openStationStore(dataDir);
  store.setFollowed({ siteId: 'corner', epoch: { n: 1, id: 'e' }, roles: ['kitchen'], speed: 1 });
  store.setHubs(['http://10.0.0.5:4610']);
  store.setLastHeard({ hubAt: NOW, wallAt: NOW });
  then(store);
  store.close();
  return dataDir;
}

function press(store: StationStore, name: string): CommandId {
  const station = StationId.parse('grill');
  const command = {
    type: 'item.bump' as const,
    ticket: TicketId.parse('ticket-1'),
    station,
    portions: [],
    seen: 1,
  };
  const id = CommandId.parse(`press-${name}-of-test`);
  store.outbox.put({ siteId: 'corner', envelope: { id, claimedAt: 1, station, command } });
  return id;
}

const notWell = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== 'ok').map(({ level, about, says }) => ({ level, about, says }));

it('a good station is told as one: its house, its hub, and that all its presses went; nothing is changed', async () => {
  const dataDir = aStation();
  const before = readFileSync(join(dataDir, 'station.db'));
  const findings = await examine(dataDir, NOW);
  expect(notWell(findings)).toEqual([]);
  const says = findings.map((finding) => finding.says).join('\n');
  expect(says).toContain('A station of the house corner, at http://10.0.0.5:4610; it last spoke');
  expect(says).toContain('Everything pressed here has reached the hub.');
  expect(says).not.toContain('There is no data');
  expect(readFileSync(join(dataDir, 'station.db')).equals(before)).toBe(true);
});

it('presses that wait, and those that were refused and not read, are counted', async () => {
  const dataDir = aStation((store) => {
    press(store, 'one');
    press(store, 'two');
    store.outbox.refuse(press(store, 'three'), { state: 'refused', code: 'superseded', message: 'voided' });
  });
  expect(notWell(await examine(dataDir, NOW))).toEqual([
    { level: 'look', about: 'presses', says: '2 presses wait for the hub.' },
    { level: 'look', about: 'presses', says: '1 press was refused by the hub, and nobody has read why.' },
  ]);
});

it('a press that only another build can read is kept and named', async () => {
  const dataDir = aStation();
  const db = openDatabase(join(dataDir, 'station.db'));
  db.prepare('INSERT INTO outbox (id, site_id, envelope) VALUES (?, ?, ?)').run('x', 'corner', '{"new":1}');
  db.close();
  const [found] = notWell(await examine(dataDir, NOW));
  expect(found).toMatchObject({ level: 'look', about: 'presses' });
  expect(found?.says).toContain('made by another Heard');
});

it('a station that never met its hub, and one of a newer build, are said to be that', async () => {
  const fresh = dataFolder();
  openStationStore(fresh).close();
  expect(notWell(await examine(fresh, NOW))).toMatchObject([{ level: 'look', about: 'station' }]);
  const newer = aStation();
  const db = openDatabase(join(newer, 'station.db'));
  db.pragma('user_version = 99');
  writeMeta(db, 'oldest_schema', '99');
  db.close();
  expect(notWell(await examine(newer, NOW))).toMatchObject([{ level: 'bad', about: 'file' }]);
});

it.each([
  ['no database at all', (file: string) => writeFileSync(file, 'x'.repeat(9_000))],
  ['a spoiled table', (file: string) => spoilTable(file, 'outbox')],
])('damage of its file (%s) is bad, and the advice is to start it', async (_, spoil) => {
  const dataDir = aStation((store) => void press(store, 'one'));
  spoil(join(dataDir, 'station.db'));
  const findings = await examine(dataDir, NOW);
  expect(worstOf(findings)).toBe('bad');
  const damage = findings.find(({ level, about }) => level === 'bad' && about === 'file');
  expect(damage?.says).toMatch(/^This station's data file is damaged/u);
  expect(damage?.advice).toContain('keeps the presses that can be read');
});

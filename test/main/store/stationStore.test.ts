import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../main/store/database.ts';
import { writeMeta } from '../../../main/store/metaTable.ts';
import { openStationStore } from '../../../main/store/openStation.ts';
import { Refusal } from '../../../main/store/refusal.ts';
import { dataFolder } from './folder.ts';

const NEWER = 99;

/** As a build with a later shape would leave the file. */
function leftByNewer(dataDir: string, oldestSchema: number): void {
  openStationStore(dataDir).close();
  const db = openDatabase(join(dataDir, 'station.db'));
  db.pragma(`user_version = ${NEWER}`);
  writeMeta(db, 'oldest_schema', String(oldestSchema));
  db.close();
}

it('one process owns the folder of a station', () => {
  const dataDir = dataFolder();
  const store = openStationStore(dataDir);
  expect(() => openStationStore(dataDir)).toThrow(Refusal);
  store.close();
  openStationStore(dataDir).close();
});

it('a file of a newer build is left alone, unless that build lets this one use it', () => {
  const refused = dataFolder();
  leftByNewer(refused, NEWER);
  expect(() => openStationStore(refused)).toThrow(/newer Heard/u);
  expect(() => openStationStore(refused)).toThrow(/newer Heard/u);
  const welcome = dataFolder();
  leftByNewer(welcome, 1);
  openStationStore(welcome).close();
});

it('a write that throws leaves nothing of itself', () => {
  const store = openStationStore(dataFolder());
  const heard = { hubAt: 1, wallAt: 2 };
  store.write(() => store.setLastHeard(heard));
  const fails = () =>
    store.write(() => {
      store.setLastHeard({ hubAt: 3, wallAt: 4 });
      throw new Error('no');
    });
  expect(fails).toThrow('no');
  expect(store.lastHeard()).toEqual(heard);
  store.close();
});

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, openDatabase } from './database.ts';
import { lockFolder } from './folderLock.ts';
import { damageOf } from './openReadOnly.ts';
import { OutboxSeal } from './outboxSeal.ts';
import { StationStore } from './StationStore.ts';
import { rescuePresses, setAside } from './stationDamage.ts';
import { shapeStation } from './stationSchema.ts';
import { asRefusal } from './unusable.ts';

/** What a device pressed as a station, opened by the service that owns its folder as a hub now; null: it never was a station. */
export function openStationBeside(dataDir: string): StationStore | null {
  const path = join(dataDir, 'station.db');
  if (!existsSync(path)) return null;
  const db = openDatabase(path);
  try {
    shapeStation(db);
    return new StationStore(db, new OutboxSeal(dataDir), () => undefined);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whose station a device is, and where its hub was last; null: it has met none. */
export function stationHub(dataDir: string): { siteId: string; address: string | null } | null {
  const store = openStationBeside(dataDir);
  if (store === null) return null;
  try {
    const followed = store.followed();
    return followed === null ? null : { siteId: followed.siteId, address: store.hubs()[0] ?? null };
  } finally {
    store.close();
  }
}

/** A station's file that could not be read: where it was put, and how many presses could be taken out of it. */
export interface DamagedStation {
  readonly aside: string;
  readonly presses: number;
}

/**
 * Opens or makes `DIR/station.db` and owns the folder. A damaged file is set aside, because the hub has all of it but the presses that wait,
 * and a screen that stays dark helps nobody. Throws a `Refusal` when this build or process must not use it.
 */
export function openStationStore(
  dataDir: string,
  onDamaged: (damaged: DamagedStation) => void = () => undefined,
): StationStore {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataDir);
  try {
    const path = join(dataDir, 'station.db');
    const db = soundStation(path);
    if (db !== null) return new StationStore(db, new OutboxSeal(dataDir), unlock);
    const aside = setAside(path);
    const fresh = shapedStation(path);
    onDamaged({ aside, presses: rescuePresses(aside, fresh) });
    return new StationStore(fresh, new OutboxSeal(dataDir), unlock);
  } catch (error) {
    unlock();
    throw asRefusal(error, dataDir);
  }
}

/** null: it is damaged. */
function soundStation(path: string): Db | null {
  try {
    const db = shapedStation(path);
    if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return db;
    db.close();
    return null;
  } catch (error) {
    if (damageOf(error) === null) throw error;
    return null;
  }
}

function shapedStation(path: string): Db {
  const db = openDatabase(path);
  try {
    shapeStation(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { lockFolder } from './folderLock.ts';
import { StationStore } from './StationStore.ts';
import { shapeStation } from './stationSchema.ts';

/** What a device pressed as a station, opened by the service that owns its folder as a hub now; null: it never was a station. */
export function openStationBeside(dataDir: string): StationStore | null {
  const path = join(dataDir, 'station.db');
  if (!existsSync(path)) return null;
  const db = openDatabase(path);
  try {
    shapeStation(db);
    return new StationStore(db, () => undefined);
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

/** Opens or makes `DIR/station.db` and owns the folder. Throws a `Refusal` when this build or process must not use it. */
export function openStationStore(dataDir: string): StationStore {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataDir);
  try {
    const db = openDatabase(join(dataDir, 'station.db'));
    try {
      shapeStation(db);
      return new StationStore(db, unlock);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { lockFolder } from './folderLock.ts';
import { StationStore } from './StationStore.ts';
import { shapeStation } from './stationSchema.ts';

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

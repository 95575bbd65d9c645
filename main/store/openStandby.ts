import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { hasFormerHub } from './formerHub.ts';
import { migrate } from './migrate.ts';
import { StandbyCopy } from './StandbyCopy.ts';

/** Beside the station's own file, and not in the place of a hub's: a start must never take a copy for a hub. */
const FOLDER = 'standby';

export const standbyFile = (dataDir: string): string => join(dataDir, FOLDER, 'heard.db');

/** Opens or makes the copy of a station that owns its folder. Throws when a newer build has written it. */
export function openStandby(dataDir: string): StandbyCopy {
  const folder = join(dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = standbyFile(dataDir);
  const db = openDatabase(path);
  try {
    chmodSync(path, 0o600);
    migrate(db, folder);
    return new StandbyCopy(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

export const hasStandby = (dataDir: string): boolean => existsSync(standbyFile(dataDir));

/** This device is no standby any more: what it held for the hub goes, the key to names with it. */
export function dropStandby(dataDir: string): void {
  rmSync(join(dataDir, FOLDER), { recursive: true, force: true });
  // A device that was a hub keeps the key to its own data.
  if (!existsSync(join(dataDir, 'heard.db')) && !hasAside(dataDir))
    rmSync(join(dataDir, 'keys', 'personal'), { force: true });
}

function hasAside(dataDir: string): boolean {
  return existsSync(join(dataDir, 'fenced.json')) || hasFormerHub(dataDir);
}

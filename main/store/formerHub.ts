import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile, syncFolder } from './durableFile.ts';
import { type Fence, readFence } from './fenceFile.ts';
import { lockFolder } from './folderLock.ts';

/**
 * `DATA/former-hub/NAME/`: what a device held as a hub that was replaced, kept when it became a station. Nothing of it is ever deleted; what
 * only it knows is listed until a person says that it is keyed in.
 */
const FOLDER = 'former-hub';
const DATABASE = 'heard.db';
/** The database goes last: where it lies says whether all is done. SQLite takes a WAL beside a database for that database's own. */
const MOVED = ['heard.db-wal', 'heard.db-shm', 'heard.db-journal', 'config.json', 'fenced.json', DATABASE];
const KEYED_IN = 'keyed-in.json';

export interface FormerHub {
  readonly folder: string;
  readonly fence: Fence;
}

export const isHubAside = (dataDir: string, name: string): boolean =>
  existsSync(join(dataDir, FOLDER, name, DATABASE));

export const hasFormerHub = (dataDir: string): boolean => existsSync(join(dataDir, FOLDER));

/** Moves what is still there; one that was cut short is finished by the next. No service may own the folder. */
export function setHubAside(dataDir: string, name: string): void {
  const unlock = lockFolder(dataDir);
  try {
    const folder = join(dataDir, FOLDER, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const file of MOVED) {
      const path = join(dataDir, file);
      if (existsSync(path)) renameSync(path, join(folder, file));
    }
    for (const path of [folder, join(dataDir, FOLDER), dataDir]) syncFolder(path);
  } finally {
    unlock();
  }
}

/** Those of which nobody has said yet that what only they know is keyed in; oldest first. */
export function formerHubs(dataDir: string): FormerHub[] {
  const all = join(dataDir, FOLDER);
  if (!existsSync(all)) return [];
  return readdirSync(all)
    .sort()
    .map((name) => join(all, name))
    .filter((folder) => !existsSync(join(folder, KEYED_IN)) && existsSync(join(folder, DATABASE)))
    .flatMap((folder) => {
      const fence = readFence(folder);
      return fence === null ? [] : [{ folder, fence }];
    });
}

/** `at`: wall clock. */
export function noteKeyedIn({ folder }: FormerHub, at: number): void {
  replaceFile(join(folder, KEYED_IN), `${JSON.stringify({ at })}\n`);
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isBusy } from './database.ts';
import { Refusal } from './refusal.ts';

/** Long enough for a predecessor that is just ending, short enough to be told at once. */
const WAIT_MS = 300;

/** Handles that nobody refers to are closed by the garbage collector, and the lock would go with them. */
const held = new Set<Database.Database>();

/**
 * One service owns a data folder. An open EXCLUSIVE transaction on a file of its own is a lock of the operating system: it ends with the
 * process however that ends. Nothing else in this process may open `lock.db`: closing any handle of a file drops a process's locks on it.
 */
export function lockFolder(dataDir: string): () => void {
  const db = new Database(join(dataDir, 'lock.db'), { timeout: WAIT_MS });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    throw new Refusal(
      'folder_owned',
      `Another Heard service (pid ${holderOf(dataDir)}) owns this folder: ${dataDir}. Stop it, or name another folder with --data.`,
    );
  }
  notePid(dataDir);
  held.add(db);
  return () => {
    held.delete(db);
    db.close();
  };
}

/** Who owns it is a convenience, the lock is what counts: a full disk does not keep a service from its folder. */
function notePid(dataDir: string): void {
  try {
    writeFileSync(pidFile(dataDir), String(process.pid));
  } catch {
    return;
  }
}

/** The pid of the service that owns a folder; null: none does. For other processes than the owner's: see above. */
export function ownerOf(dataDir: string): string | null {
  const path = join(dataDir, 'lock.db');
  if (!existsSync(path)) return null;
  const db = new Database(path, { readonly: true, timeout: 0 });
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return null;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return holderOf(dataDir);
  } finally {
    db.close();
  }
}

const pidFile = (dataDir: string) => join(dataDir, 'lock.pid');

function holderOf(dataDir: string): string {
  try {
    return readFileSync(pidFile(dataDir), 'utf8');
  } catch {
    // Taken a moment ago and not yet written: the lock itself is what counts.
    return 'unknown';
  }
}

import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFile, syncFolder, writeAndSync } from './durableFile.ts';
import { type FileFacts, factsOf, firstGap, integrityComplaints } from './fileFacts.ts';
import { damageOf, openReadOnly } from './openReadOnly.ts';
import { openPlain } from './plainFile.ts';
import { Refusal } from './refusal.ts';

export interface BackupDone extends FileFacts {
  readonly path: string;
  readonly bytes: number;
}

/** All pages in one step: they are read in one transaction, so a busy service neither waits nor makes the copy begin again. */
const ALL_PAGES = 0x7fffffff;
/** What is not whole yet; one left behind by a plug that was pulled is removed by the next. */
export const UNFINISHED = '.part';

/**
 * Writes a copy of a database to `target`, beside a running service too: one file without WAL, checked whole, mode 0600, in place only when
 * it is durable. It never holds the personal key, and what is sealed stays sealed. Blocks this thread while it copies and checks.
 */
export async function writeBackup(source: string, target: string): Promise<BackupDone> {
  const part = `${target}${UNFINISHED}`;
  dropFile(part);
  try {
    const before = await copyTo(source, part);
    const facts = checkCopy(part, before);
    syncFile(part);
    renameSync(part, target);
    syncFolder(dirname(target));
    return { ...facts, path: target, bytes: statSync(target).size };
  } catch (error) {
    const damage = damageOf(error);
    if (damage === null) throw error;
    throw new Refusal('file_damaged', `${source} is damaged (${damage}). ${WHAT_TO_DO}`);
  } finally {
    dropFile(part);
  }
}

/** A database and what SQLite keeps beside it. */
export function dropFile(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
}

async function copyTo(source: string, part: string): Promise<FileFacts> {
  if (!existsSync(source)) throw new Refusal('no_data', `There is no data of Heard at ${source}.`);
  const db = openReadOnly(source);
  try {
    const facts = factsOf(db);
    // Made before SQLite does, which would let others of this machine read it meanwhile.
    writeAndSync(part, '', 'wx', 0o600);
    await db.backup(part, { progress: () => ALL_PAGES });
    return facts;
  } finally {
    db.close();
  }
}

function checkCopy(part: string, before: FileFacts): FileFacts {
  const db = openPlain(part);
  try {
    const complaints = integrityComplaints(db);
    if (complaints.length > 0) {
      throw new Refusal('file_damaged', `The data file is damaged (${complaints.join('; ')}). ${WHAT_TO_DO}`);
    }
    const facts = factsOf(db);
    const gap = firstGap(db);
    if (gap !== null || facts.seq < before.seq || facts.siteId !== before.siteId) {
      throw new Refusal(
        'file_damaged',
        `The log in the copy is not whole (at ${gap ?? facts.seq}). ${WHAT_TO_DO}`,
      );
    }
    return facts;
  } finally {
    db.close();
  }
}

export const WHAT_TO_DO =
  'Run "npm run heard -- doctor" to see what is wrong; "npm run heard -- restore FILE" brings a backup back.';

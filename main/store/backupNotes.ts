import { z } from 'zod';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import { readMeta, writeMeta } from './metaTable.ts';

const LAST_BACKUP = 'last_backup';

const BackupNote = z.object({ at: z.number(), path: z.string(), bytes: z.number(), seq: z.number() });
/** `at`: hub time. */
export type BackupNote = z.infer<typeof BackupNote>;

/** The last backup that the service itself made and checked. */
export class BackupNotes {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  last(): BackupNote | null {
    return lastBackup(this.db);
  }

  put(note: BackupNote): void {
    writeMeta(this.db, LAST_BACKUP, JSON.stringify(note));
  }
}

export function lastBackup(db: Db): BackupNote | null {
  const text = readMeta(db, LAST_BACKUP);
  return text === null ? null : parseJson(BackupNote, text);
}

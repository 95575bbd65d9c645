import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { attempt } from './attempt.ts';
import { type BackupNote, lastBackup } from './backupNotes.ts';
import type { Db } from './database.ts';
import { type FileFacts, factsOf, firstGap, integrityComplaints } from './fileFacts.ts';
import { readMeta } from './metaTable.ts';
import { MIGRATIONS, schemaOf } from './migrate.ts';
import { openReadOnly } from './openReadOnly.ts';
import { keyStanding } from './personalKey.ts';
import { type Replay, replayCheck } from './replayCheck.ts';

/** What a doctor sees of the database. Each part that cannot be read is an Error, so that one fault hides no other. */
export interface Examined {
  /** Set when the file is of a newer build: nothing else is looked at then. */
  readonly newer: { readonly release: string } | null;
  readonly facts: FileFacts | Error;
  readonly complaints: readonly string[] | Error;
  readonly gap: number | null | Error;
  /** Numbers of the first two entries of which the later has the earlier time; null: none. */
  readonly timeBack: number | null | Error;
  readonly replay: Replay | Error;
  readonly key: ReturnType<typeof keyStanding> | Error;
  readonly backup: BackupNote | null | Error;
}

/** null: there is no database in the folder. Throws what SQLite says when it cannot be opened at all. */
export function examineStore(dataDir: string): Examined | null {
  const path = join(dataDir, 'heard.db');
  if (!existsSync(path)) return null;
  const db = openReadOnly(path);
  try {
    const newer = newerRelease(db);
    // One picture of the file while a service writes to it: else the log could grow between two looks.
    db.exec('BEGIN');
    return {
      newer,
      facts: attempt(() => factsOf(db)),
      complaints: attempt(() => integrityComplaints(db)),
      gap: attempt(() => firstGap(db)),
      timeBack: attempt(() => timeBack(db)),
      replay: attempt(() => replayCheck(db)),
      key: attempt(() => keyStanding(db, dataDir)),
      backup: attempt(() => lastBackup(db)),
    };
  } finally {
    db.close();
  }
}

const Seq = z.object({ seq: z.number().nullable() });

function timeBack(db: Db): number | null {
  const row = db
    .prepare(
      'SELECT min(seq) AS seq FROM (SELECT seq, at < lag(at) OVER (ORDER BY seq) AS back FROM event) WHERE back',
    )
    .get();
  return Seq.parse(row).seq;
}

function newerRelease(db: Db): Examined['newer'] {
  const ours = MIGRATIONS.at(-1)?.version ?? 0;
  if (schemaOf(db) <= ours || Number(readMeta(db, 'oldest_schema') ?? Number.POSITIVE_INFINITY) <= ours)
    return null;
  return { release: readMeta(db, 'oldest_release') ?? 'a newer release' };
}

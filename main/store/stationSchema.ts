import type { Db } from './database.ts';
import { readMeta, writeMeta } from './metaTable.ts';
import { schemaOf } from './migrate.ts';
import { Refusal } from './refusal.ts';

/**
 * The shape of `station.db`. FROZEN once released: later shapes are further steps. Nothing in it is about persons: a station keeps names in
 * memory only. `event` is as in the hub's file, but holds only what came after `snapshot`.
 */
const STEPS: readonly string[] = [
  `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE snapshot (one INTEGER PRIMARY KEY CHECK (one = 1), document TEXT NOT NULL) STRICT;
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  v INTEGER NOT NULL,
  type TEXT NOT NULL,
  by TEXT NOT NULL,
  cmd TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order they were pressed
  id TEXT NOT NULL UNIQUE,
  site_id TEXT NOT NULL,
  envelope TEXT NOT NULL,
  settled TEXT -- null: on its way; else the hub's refusal, until a person has read it
) STRICT;
`,
  `
CREATE TABLE own_chit (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  is_reported INTEGER NOT NULL DEFAULT 0 -- 1: its report is in the outbox, or was
) STRICT, WITHOUT ROWID;
CREATE TABLE own_listed (ticket TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID; -- by its screens, since it was cut off
`,
];

/** A newer build wrote the file and says that this one must not. */
export function isNewerStation(db: Db): boolean {
  return schemaOf(db) > STEPS.length && Number(readMeta(db, 'oldest_schema')) > STEPS.length;
}

export function shapeStation(db: Db): void {
  if (isNewerStation(db)) {
    throw new Refusal(
      'file_too_new',
      'This station was last run by a newer Heard. Start that one, or name another folder with --data.',
    );
  }
  for (const [index, sql] of STEPS.entries()) {
    if (schemaOf(db) > index) continue;
    db.transaction(() => {
      db.exec(sql);
      writeMeta(db, 'oldest_schema', String(index + 1));
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}

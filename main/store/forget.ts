import type { Db } from './database.ts';

/**
 * Deletes rows of persons so that their bytes are gone from the file too, not only from its tables: freed pages are overwritten, and the WAL
 * that still holds the old ones is emptied. Sealed or not, what was erased lies nowhere.
 */
export function forgetForGood(db: Db, work: () => void): void {
  db.pragma('secure_delete = ON');
  try {
    db.transaction(work).immediate();
  } finally {
    db.pragma('secure_delete = OFF');
  }
  // A reader of this moment (a backup) is not waited for: the kitchen would wait with us. The checkpoint after it empties the WAL then.
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

/** A stub of somebody forgotten equals no later put of his: a source that speaks of him again says who he is. */
export function forgetDigests(db: Db, personIds: readonly string[]): void {
  if (personIds.length === 0) return;
  db.prepare(
    `UPDATE history_party SET record = json_set(record, '$.person.digest', '', '$.digest', '')
     WHERE json_extract(record, '$.person.personId') IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(personIds));
}

import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './database.ts';
import { syncFile, syncFolder } from './durableFile.ts';
import { readMeta, writeMeta } from './metaTable.ts';
import { first } from './migrations/0001-first.ts';
import { configHistory } from './migrations/0002-config-history.ts';
import { parties } from './migrations/0003-parties.ts';
import { guestAudit } from './migrations/0004-guest-audit.ts';
import { pictures } from './migrations/0005-pictures.ts';
import { daysOfParties } from './migrations/0006-days-of-parties.ts';
import type { Migration } from './migrations/migration.ts';
import { Refusal } from './refusal.ts';

export const MIGRATIONS: readonly Migration[] = [
  first,
  configHistory,
  parties,
  guestAudit,
  pictures,
  daysOfParties,
];

export function schemaOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** A file of a later build is left alone, unless that build said that ours may still use it. */
export function refuseNewer(db: Db, migrations: readonly Migration[] = MIGRATIONS): void {
  const ours = migrations.at(-1)?.version ?? 0;
  if (schemaOf(db) <= ours) return;
  const oldest = Number(readMeta(db, 'oldest_schema') ?? Number.POSITIVE_INFINITY);
  if (oldest <= ours) return;
  const release = readMeta(db, 'oldest_release') ?? 'a newer release';
  throw new Refusal(
    'file_too_new',
    `This data was written by a newer Heard. Start Heard ${release} or newer, or restore a backup made by this one.`,
  );
}

/** Brings the file to the newest shape, one transaction a step, with a copy of the whole file before each. */
export function migrate(db: Db, dataDir: string, migrations: readonly Migration[] = MIGRATIONS): void {
  refuseNewer(db, migrations);
  // A file made just now has nothing to lose between its first steps.
  const isNew = schemaOf(db) === 0;
  for (const migration of migrations) {
    if (schemaOf(db) >= migration.version) continue;
    if (!isNew) copyBefore(db, dataDir, migration.version);
    step(db, migration);
  }
}

/** The same for a copy that is itself put in place only when it is whole: what it was made from stays as it is. */
export function migrateCopy(db: Db): void {
  refuseNewer(db);
  for (const migration of MIGRATIONS) if (schemaOf(db) < migration.version) step(db, migration);
}

function step(db: Db, migration: Migration): void {
  db.transaction(() => {
    // Another process may have done this step while we waited for the write lock.
    if (schemaOf(db) >= migration.version) return;
    migration.up(db);
    writeMeta(db, 'oldest_schema', String(migration.oldestSchema));
    writeMeta(db, 'oldest_release', migration.oldestRelease);
    db.pragma(`user_version = ${migration.version}`);
  }).immediate();
}

function copyBefore(db: Db, dataDir: string, version: number): void {
  const copy = join(dataDir, `before-migration-${version}.db`);
  const beside = `${copy}.new`;
  // VACUUM INTO refuses a file that is there, and an interrupted start may have left half of one.
  rmSync(beside, { force: true });
  db.prepare('VACUUM INTO ?').run(beside);
  syncFile(beside);
  renameSync(beside, copy);
  syncFolder(dataDir);
}

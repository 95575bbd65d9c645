import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/store/database.ts';
import { readMeta, writeMeta } from '../../../main/store/metaTable.ts';
import { MIGRATIONS, migrate, schemaOf } from '../../../main/store/migrate.ts';
import type { Migration } from '../../../main/store/migrations/migration.ts';
import { openStore } from '../../../main/store/openStore.ts';
import { dataFolder } from './folder.ts';

const OURS = MIGRATIONS.at(-1)?.version ?? 0;
const next = (up: Migration['up'], oldestSchema = 1): Migration[] => [
  ...MIGRATIONS,
  { version: OURS + 1, oldestSchema, oldestRelease: '9.8.7', up },
];

describe('migrations', () => {
  it('are numbered 1, 2, 3 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('copy a file that is not empty before each step; a new file needs none', () => {
    const dataDir = dataFolder();
    const db = openDatabase(`${dataDir}/heard.db`);
    migrate(db, dataDir);
    writeMeta(db, 'site_id', 'before');
    expect(existsSync(`${dataDir}/before-migration-${OURS}.db`)).toBe(false);
    migrate(
      db,
      dataDir,
      next((on) => on.exec("UPDATE meta SET value = 'after' WHERE name = 'site_id'")),
    );
    expect(schemaOf(db)).toBe(OURS + 1);
    const copy = new Database(`${dataDir}/before-migration-${OURS + 1}.db`);
    expect([readMeta(copy, 'site_id'), readMeta(db, 'site_id')]).toEqual(['before', 'after']);
    expect(schemaOf(copy)).toBe(OURS);
    copy.close();
    db.close();
  });

  it('a step that fails leaves shape and number as they were, and the next start tries again', () => {
    const dataDir = dataFolder();
    const db = openDatabase(`${dataDir}/heard.db`);
    migrate(db, dataDir);
    const failing = next((on) => {
      on.exec('CREATE TABLE half (x TEXT) STRICT');
      throw new Error('planted');
    });
    expect(() => migrate(db, dataDir, failing)).toThrow('planted');
    expect(schemaOf(db)).toBe(OURS);
    // Shape and number are one transaction: also when it fails between the two.
    const step = next((on) => on.exec('CREATE TABLE half (x TEXT) STRICT'));
    const [last] = step.slice(-1);
    Object.defineProperty(last, 'oldestRelease', {
      get: () => {
        throw new Error('planted between');
      },
    });
    expect(() => migrate(db, dataDir, step)).toThrow('planted between');
    expect(schemaOf(db)).toBe(OURS);
    migrate(
      db,
      dataDir,
      next((on) => on.exec('CREATE TABLE half (x TEXT) STRICT')),
    );
    expect(schemaOf(db)).toBe(OURS + 1);
    db.close();
  });

  it('a newer file is refused with the release to use, unless that release says ours may still open it', () => {
    const dataDir = dataFolder();
    openStore({ dataDir, as: 'service' }).close();
    const raise = (oldestSchema: number) => {
      const db = openDatabase(`${dataDir}/heard.db`);
      db.pragma(`user_version = ${OURS + 3}`);
      writeMeta(db, 'oldest_schema', String(oldestSchema));
      writeMeta(db, 'oldest_release', '9.8.7');
      db.close();
    };
    raise(OURS + 2);
    expect(() => openStore({ dataDir, as: 'service' })).toThrow('Start Heard 9.8.7 or newer');
    expect(() => openStore({ dataDir, as: 'tool' })).toThrow('9.8.7');
    raise(OURS);
    openStore({ dataDir, as: 'service' }).close();
  });
});

import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { first } from '../../../../main/store/migrations/0001-first.ts';
import { configHistory } from '../../../../main/store/migrations/0002-config-history.ts';

it('migration 2 adds who and what for to the versions, and keeps those that were there', () => {
  const db = new Database(':memory:');
  first.up(db);
  db.prepare("INSERT INTO config (version, document, at, file_digest) VALUES (1, '{}', 5, 'f')").run();
  configHistory.up(db);
  expect(db.prepare('SELECT * FROM config').get()).toEqual({
    version: 1,
    document: '{}',
    at: 5,
    file_digest: 'f',
    made_by: null,
    note: null,
  });
  const shape = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'config'").pluck().get();
  // FROZEN: a difference here needs the next migration, not another hash.
  expect(createHash('sha256').update(String(shape)).digest('hex').slice(0, 16)).toBe('b932a4b1304d2f6b');
  db.close();
});

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../main/store/migrate.ts';
import { parties } from '../../../../main/store/migrations/0003-parties.ts';

it('migration 3 keeps one stub a party, by the source’s own name for it', () => {
  const db = new Database(':memory:');
  for (const { up, version } of MIGRATIONS) if (version < parties.version) up(db);
  parties.up(db);
  const put = db.prepare('INSERT INTO history_party VALUES (?, ?, ?, ?, ?, ?, ?)');
  put.run('book', '007', 'p', '2026-11-21', null, 5, '{}');
  expect(db.prepare('SELECT external_id FROM history_party').pluck().get()).toBe('007');
  expect(() => put.run('book', '007', 'q', '2026-11-22', 1, 6, '{}')).toThrow('UNIQUE');
  db.close();
});

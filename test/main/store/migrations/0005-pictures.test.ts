import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../main/store/migrate.ts';
import { pictures } from '../../../../main/store/migrations/0005-pictures.ts';

it('migration 5 adds pictures, each once, whose numbers never come back', () => {
  const db = new Database(':memory:');
  for (const { up, version } of MIGRATIONS) if (version < pictures.version) up(db);
  pictures.up(db);
  const add = db.prepare("INSERT OR IGNORE INTO picture (id, at, bytes) VALUES (?, 5, x'00')");
  for (const id of ['a', 'b', 'b']) add.run(id);
  db.exec("DELETE FROM picture WHERE id = 'b'");
  add.run('c');
  const all = db.prepare('SELECT id FROM picture ORDER BY n').pluck().all();
  expect(all).toEqual(['a', 'c']);
  expect(db.prepare('SELECT max(n) FROM picture').pluck().get()).toBeGreaterThan(2);
  db.close();
});

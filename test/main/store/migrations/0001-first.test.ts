import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { first } from '../../../../main/store/migrations/0001-first.ts';

it('migration 1 makes exactly the tables it made when it was released', () => {
  const db = new Database(':memory:');
  first.up(db);
  const shape = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all();
  expect(shape.map((row) => (row as { name: string }).name)).toEqual([
    'dead_letter_at',
    'dedupe_at',
    'event_opening',
    'key_dedupe_at',
    'config',
    'dead_letter',
    'dedupe',
    'event',
    'feed_cursor',
    'history_ticket',
    'key_dedupe',
    'meta',
    'one_time_code',
    'personal',
    'snapshot',
    'token',
  ]);
  // FROZEN at 0.1.0: a difference here needs migration 2, not another hash.
  expect(createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)).toBe(
    '139556ffbd3c1974',
  );
  db.close();
});

it('migration 1 keeps text as text: 007 is not 7', () => {
  const db = new Database(':memory:');
  first.up(db);
  db.prepare('INSERT INTO feed_cursor (token_id, acked_seq) VALUES (?, 0)').run('007');
  expect(db.prepare('SELECT token_id FROM feed_cursor').pluck().get()).toBe('007');
  expect(() =>
    db.prepare("INSERT INTO feed_cursor (token_id, acked_seq) VALUES ('x', 'many')").run(),
  ).toThrow();
  db.close();
});

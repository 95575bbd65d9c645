import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Turns over the one page of a small table, where neither counting nor copying looks. */
export function spoilTable(path: string, table: string): void {
  const db = new Database(path, { readonly: true });
  const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  const size = db.pragma('page_size', { simple: true });
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(Number(size), 0xff), 0, Number(size), (Number(page) - 1) * Number(size));
  closeSync(file);
}

/** An index that no longer says what its table says: every page is whole, and only a full check finds it. */
export function spoilIndex(path: string): void {
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('writable_schema = ON');
  db.exec(
    "UPDATE sqlite_schema SET sql = 'CREATE INDEX event_opening ON event (seq)' WHERE name = 'event_opening'",
  );
  db.close();
}

/** Turns over the bytes of a file from a third of it on, as a failing disk would, and leaves its head alone. */
export function flipBytes(path: string, count = 20_000): void {
  const from = Math.floor(statSync(path).size / 3);
  const bytes = Buffer.alloc(Math.min(count, statSync(path).size - from));
  const file = openSync(path, 'r+');
  readSync(file, bytes, 0, bytes.length, from);
  for (const [index, byte] of bytes.entries()) bytes[index] = byte ^ 0xff;
  writeSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
}

import Database from 'better-sqlite3';
import { type Db, guardNode } from './database.ts';

/** Opens a copy that nobody else uses as one file: without a WAL beside it, readable from a disk that cannot be written. */
export function openPlain(path: string): Db {
  guardNode(process.versions.node);
  const db = new Database(path, { fileMustExist: true });
  db.pragma('journal_mode = DELETE');
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  return db;
}

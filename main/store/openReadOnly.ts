import Database from 'better-sqlite3';
import { type Db, guardNode } from './database.ts';

/** A writer holds a file for milliseconds; who only reads can wait. */
const BUSY_TIMEOUT_MS = 5_000;

/** A database file that is looked at and never changed; a service may be writing to it meanwhile. */
export function openReadOnly(path: string): Db {
  guardNode(process.versions.node);
  return new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
}

export function isSqliteError(error: unknown): error is InstanceType<typeof Database.SqliteError> {
  return error instanceof Database.SqliteError;
}

/** What SQLite says of a file that is no database any more; null: the error is about something else. */
export function damageOf(error: unknown): string | null {
  if (!isSqliteError(error)) return null;
  return /^SQLITE_(CORRUPT|NOTADB)/u.test(error.code) ? error.message : null;
}

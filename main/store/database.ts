import Database from 'better-sqlite3';
import { Refusal } from './refusal.ts';

export type Db = Database.Database;

/** Another process holds the write lock for milliseconds (`heard token create`); five seconds is a hang, not a wait. */
const BUSY_TIMEOUT_MS = 5_000;
/** better-sqlite3 13 is built for this Node and crashes the process without a word on older ones. */
const MIN_NODE = [22, 14] as const;

/** The native part is loaded by the constructor, not by the import, so the guard here comes first. */
export function openDatabase(path: string): Db {
  guardNode(process.versions.node);
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  db.pragma('journal_mode = WAL');
  // FULL and fullfsync: what is acknowledged survives the plug being pulled, also on a Mac.
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
  return db;
}

export function guardNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
  if (isEnough) return;
  throw new Refusal(
    'node_too_old',
    `Heard needs Node ${MIN_NODE.join('.')} or newer and this is ${version}. Start it with npm start, which brings its own.`,
  );
}

/** The disk or the file refuses: nothing can be stored until it is mended. */
export function isWriteFailure(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM)/u.test(error.code)
  );
}

/** Somebody else is writing; the next try may succeed. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/u.test(error.code);
}

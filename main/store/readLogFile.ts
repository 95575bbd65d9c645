import Database from 'better-sqlite3';
import type { Event } from '../../shared/domain/events/event.ts';
import { guardNode } from './database.ts';
import { EventLog } from './eventLog.ts';

/** The events of a database file from its first on, without changing a byte of it; a service may be writing to it meanwhile. */
export function* readLogFile(path: string): Generator<Event> {
  guardNode(process.versions.node);
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    yield* new EventLog(db).replay(0);
  } finally {
    db.close();
  }
}

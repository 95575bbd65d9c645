import { existsSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Db } from './database.ts';

/** SQLite keeps what is not yet in the file beside it; they only mean something together. */
const PARTS = ['', '-wal', '-shm'];

const Row = z.object({
  id: z.string(),
  site_id: z.string(),
  envelope: z.string(),
  settled: z.string().nullable(),
});

/** Moves a damaged file out of the way, where somebody may look at it; its new place. */
export function setAside(path: string): string {
  const aside = `${path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
  for (const part of PARTS) if (existsSync(path + part)) renameSync(path + part, aside + part);
  return aside;
}

/** The presses that can still be read in a damaged file, into a sound one; how many. All else of it the hub has too. */
export function rescuePresses(aside: string, into: Db): number {
  const put = into.prepare(
    'INSERT OR IGNORE INTO outbox (id, site_id, envelope, settled) VALUES (?, ?, ?, ?)',
  );
  let rescued = 0;
  const keep = (raw: unknown): void => {
    const row = Row.safeParse(raw);
    if (!row.success) return;
    const { id, site_id: siteId, envelope, settled } = row.data;
    rescued += put.run(id, siteId, envelope, settled).changes;
  };
  try {
    const db = new Database(aside, { fileMustExist: true });
    try {
      for (const raw of db.prepare('SELECT id, site_id, envelope, settled FROM outbox ORDER BY n').iterate())
        keep(raw);
    } finally {
      db.close();
    }
  } catch (error) {
    // The rest cannot be read; what came before it is kept.
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  return rescued;
}

import { z } from 'zod';
import type { StandbyRow } from '../../shared/protocol/standbyMessages.ts';
import type { Db } from './database.ts';

/**
 * The tables that go to a standby whole whenever anything in them changed: each is small. A table of work that waits (print jobs, the outboxes
 * of connectors) belongs here with its open rows alone. Not copied: snapshots, which a start makes again; dead letters, which are kept 72
 * hours and nowhere else; what the file says of itself.
 */
export const SMALL_TABLES: ReadonlyArray<{ readonly table: string; readonly select: string }> = [
  { table: 'token', select: 'SELECT * FROM token ORDER BY id' },
  { table: 'one_time_code', select: 'SELECT * FROM one_time_code ORDER BY hash' },
  { table: 'feed_cursor', select: 'SELECT * FROM feed_cursor ORDER BY token_id' },
  {
    table: 'meta',
    select: `SELECT * FROM meta WHERE name IN ('site_id', 'epoch', 'lineage', 'set_up_at', 'personal_key_check') ORDER BY name`,
  },
];

/** Of `meta`, only these are the hub's; the copy keeps notes of its own beside them. */
export const DELETE_WHOLE: Readonly<Record<string, string>> = {
  meta: "DELETE FROM meta WHERE name IN ('site_id', 'epoch', 'lineage', 'set_up_at', 'personal_key_check')",
};

const Value = z.union([z.string(), z.number(), z.null(), z.instanceof(Uint8Array)]);
const Row = z.record(z.string(), Value);

export function rowToSend(row: unknown): StandbyRow {
  return Object.fromEntries(
    Object.entries(Row.parse(row)).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { b: Buffer.from(value).toString('base64') } : value,
    ]),
  );
}

/** Writes rows into a table of this very shape; a row that is there is replaced. */
export function putRows(db: Db, table: string, rows: readonly StandbyRow[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = columnsOf(db, table).filter((name) => name in first);
  const sql = `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const insert = db.prepare(sql);
  for (const row of rows) {
    insert.run(
      ...columns.map((name) => {
        const value = row[name] ?? null;
        return typeof value === 'object' && value !== null ? Buffer.from(value.b, 'base64') : value;
      }),
    );
  }
}

const Column = z.object({ name: z.string() });

/** Names from the file itself: what came over the line never becomes SQL. */
function columnsOf(db: Db, table: string): string[] {
  return z
    .array(Column)
    .parse(db.prepare('SELECT name FROM pragma_table_info(?)').all(table))
    .map(({ name }) => name);
}

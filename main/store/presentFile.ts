import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Db } from './database.ts';
import { type FileFacts, factsOf } from './fileFacts.ts';
import { type AuditRow, auditRows } from './guestAuditTable.ts';
import { type Lineage, readLineage } from './lineage.ts';
import { openReadOnly } from './openReadOnly.ts';

export const TokenRow = z.object({
  id: z.string(),
  hash: z.string(),
  name: z.string(),
  scope: z.string(),
  roles: z.string(),
  source: z.string().nullable(),
  created_at: z.number(),
  revoked_at: z.number().nullable(),
});
export const CursorRow = z.object({
  token_id: z.string(),
  acked_seq: z.number(),
  resumed_at: z.number().nullable(),
});

/** What a restore takes over from the file it replaces: what must not go back in time. */
export interface PresentFile {
  readonly facts: FileFacts;
  readonly lineage: Lineage;
  readonly tokens: ReadonlyArray<z.infer<typeof TokenRow>>;
  readonly cursors: ReadonlyArray<z.infer<typeof CursorRow>>;
  /** Who looked at guests and who erased them: it survives them, and a restore too. */
  readonly audit: readonly AuditRow[];
}

export type Present =
  | { readonly kind: 'none' }
  | { readonly kind: 'readable'; readonly file: PresentFile }
  | { readonly kind: 'unreadable'; readonly why: string };

const EventId = z.object({ id: z.string() });
const Tickets = z.array(z.object({ number: z.string().nullable(), table: z.string().nullable() }));

export function readPresent(path: string): Present {
  if (!existsSync(path)) return { kind: 'none' };
  try {
    const db = openReadOnly(path);
    try {
      return { kind: 'readable', file: readAll(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}

function readAll(db: Db): PresentFile {
  return {
    facts: factsOf(db),
    lineage: readLineage(db),
    tokens: z
      .array(TokenRow)
      .parse(
        db.prepare('SELECT id, hash, name, scope, roles, source, created_at, revoked_at FROM token').all(),
      ),
    cursors: z
      .array(CursorRow)
      .parse(db.prepare('SELECT token_id, acked_seq, resumed_at FROM feed_cursor').all()),
    audit: auditRows(db),
  };
}

/** Up to which number two logs are the same: ids carry the epoch, so they are equal up to a fork and never after it. */
export function commonSeq(one: Db, other: Db): number {
  let low = 0;
  let high = Math.min(factsOf(one).seq, factsOf(other).seq);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [id, otherId] = [idAt(one, middle), idAt(other, middle)];
    if (id !== null && id === otherId) low = middle;
    else high = middle - 1;
  }
  return low;
}

function idAt(db: Db, seq: number): string | null {
  const row = db.prepare('SELECT id FROM event WHERE seq = ?').get(seq);
  return row === undefined ? null : EventId.parse(row).id;
}

/** The tickets that came after a number, as people call them. */
export function ticketsAfter(path: string, seq: number): Array<{ number: string; table: string | null }> {
  const db = openReadOnly(path);
  try {
    const rows = db
      .prepare(
        `SELECT body ->> '$.record.head.number' AS number, body ->> '$.record.head.table' AS "table"
         FROM event WHERE seq > ? AND type = 'ticket.received' ORDER BY seq`,
      )
      .all(seq);
    return Tickets.parse(rows).map(({ number, table }) => ({ number: number ?? '?', table }));
  } finally {
    db.close();
  }
}

import { z } from 'zod';
import { Role } from '../../shared/domain/events/actor.ts';
import { AuditAction, type AuditEntry } from '../../shared/guests/guestMessages.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

const Row = z.object({
  n: z.number(),
  at: z.number(),
  action: AuditAction,
  made_by: z.string(),
  roles: z.string(),
  about: z.string(),
});
const Last = z.object({ n: z.number().nullable() });
const Ids = z.array(z.string());

/** What was done with guests' cards, without a name. Erasures are kept for good: they keep an old backup from undoing them. */
export class GuestAuditTable {
  private readonly sql;

  constructor(db: Db) {
    this.sql = {
      add: db.prepare('INSERT INTO guest_audit (at, action, made_by, roles, about) VALUES (?, ?, ?, ?, ?)'),
      before: db.prepare('SELECT * FROM guest_audit WHERE n < ? ORDER BY n DESC LIMIT ?'),
      after: db.prepare('SELECT * FROM guest_audit WHERE n > ? ORDER BY n'),
      erased: db.prepare("SELECT * FROM guest_audit WHERE action = 'erased'"),
      last: db.prepare('SELECT max(n) AS n FROM guest_audit'),
      drop: db.prepare("DELETE FROM guest_audit WHERE at < ? AND action <> 'erased'"),
    };
  }

  add({ at, action, by, roles, about }: Omit<AuditEntry, 'n'>): void {
    this.sql.add.run(at, action, by, JSON.stringify(roles), JSON.stringify(about));
  }

  /** Newest first. */
  before(n: number | null, limit: number): AuditEntry[] {
    return this.sql.before.all(n ?? Number.MAX_SAFE_INTEGER, limit).map(entryOf);
  }

  /** Oldest first: what was added since, by another process too. */
  after(n: number): AuditEntry[] {
    return this.sql.after.all(n).map(entryOf);
  }

  lastN(): number {
    return Last.parse(this.sql.last.get()).n ?? 0;
  }

  /** Rows of persons that were erased on request. */
  erased(): string[] {
    return this.sql.erased
      .all()
      .map(entryOf)
      .flatMap(({ about }) => about);
  }

  dropBefore(at: number): void {
    this.sql.drop.run(at);
  }
}

function entryOf(raw: unknown): AuditEntry {
  const { made_by: by, roles, about, ...row } = Row.parse(raw);
  return { ...row, by, roles: parseJson(z.array(Role), roles), about: parseJson(Ids, about) };
}

export type AuditRow = z.infer<typeof Row>;

/** Of a whole file, oldest first. Empty for one of a build that knew no guests. */
export function auditRows(db: Db): AuditRow[] {
  const hasTable = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'guest_audit'").get() !== undefined;
  if (!hasTable) return [];
  return z.array(Row).parse(db.prepare('SELECT * FROM guest_audit ORDER BY n').all());
}

/** Adds those of another file that this one has not: numbers of two files of one house may mean two things. */
export function takeAudit(db: Db, rows: readonly AuditRow[]): void {
  const add = db.prepare(
    `INSERT INTO guest_audit (at, action, made_by, roles, about)
     SELECT @at, @action, @made_by, @roles, @about WHERE NOT EXISTS (
       SELECT 1 FROM guest_audit WHERE at = @at AND action = @action AND made_by = @made_by AND about = @about
     )`,
  );
  for (const { n: _, ...row } of rows) add.run(row);
}

/** Rows of persons that were erased on request, in this file's whole past. */
export function erasedIds(db: Db): string[] {
  return auditRows(db).flatMap(({ action, about }) => (action === 'erased' ? parseJson(Ids, about) : []));
}

/** What was erased since a copy was made is not brought back with it. How many rows went. */
export function dropErased(db: Db, ids: readonly string[] = erasedIds(db)): number {
  const drop = db.prepare('DELETE FROM personal WHERE person_id IN (SELECT value FROM json_each(?))');
  return drop.run(JSON.stringify(ids)).changes;
}

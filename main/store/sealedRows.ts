import { z } from 'zod';
import { GUEST_PREFIX } from '../../shared/guests/guest.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import type { Sealing } from './sealing.ts';

const Row = z.object({ sealed: z.instanceof(Uint8Array) });
const Id = z.object({ person_id: z.string() });

export interface SealedKind<Id extends string, T> {
  /** Profiles of guests lie among the persons, told apart by how their ids begin. */
  readonly isGuest: boolean;
  readonly id: { parse(raw: unknown): Id };
  readonly fields: z.ZodType<T>;
  /** Bound into the seal. */
  readonly about: (id: Id) => string;
}

/** One kind of rows of the `personal` table, each sealed under its own id. */
export class SealedRows<Id extends string, T> {
  private readonly kind: SealedKind<Id, T>;
  private readonly sealing: Sealing;
  private readonly sql;

  constructor(db: Db, sealing: Sealing, kind: SealedKind<Id, T>) {
    this.kind = kind;
    this.sealing = sealing;
    const own = `person_id ${kind.isGuest ? '' : 'NOT '}LIKE '${GUEST_PREFIX}%'`;
    this.sql = {
      insert: db.prepare('INSERT OR REPLACE INTO personal (person_id, sealed, updated_at) VALUES (?, ?, ?)'),
      find: db.prepare('SELECT sealed FROM personal WHERE person_id = ?'),
      all: db.prepare(`SELECT person_id, sealed FROM personal WHERE ${own}`),
      older: db.prepare(`SELECT person_id FROM personal WHERE updated_at < ? AND ${own}`),
    };
  }

  /** `at`: from when on its time to be kept is counted. */
  put(id: Id, fields: T, at: number): void {
    this.sql.insert.run(id, this.sealing.seal(this.kind.about(id), fields), at);
  }

  get(id: Id): T | null {
    const row = this.sql.find.get(id);
    return row === undefined ? null : this.opened(id, Row.parse(row).sealed);
  }

  /** All of this kind. Opens each: for what is rare. */
  *all(): IterableIterator<readonly [Id, T]> {
    for (const raw of this.sql.all.all()) {
      const id = this.idOf(raw);
      yield [id, this.opened(id, Row.parse(raw).sealed)];
    }
  }

  /** Of this kind, written last before `at`. */
  olderThan(at: number): Id[] {
    return this.sql.older.all(at).map((raw) => this.idOf(raw));
  }

  private idOf(raw: unknown): Id {
    return this.kind.id.parse(Id.parse(raw).person_id);
  }

  private opened(id: Id, sealed: Uint8Array): T {
    return parseJson(this.kind.fields, this.sealing.open(this.kind.about(id), sealed));
  }
}

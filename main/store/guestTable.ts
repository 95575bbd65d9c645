import { z } from 'zod';
import { GUEST_PREFIX, Guest, GuestId } from '../../shared/guests/guest.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import type { Sealing } from './sealing.ts';

const Row = z.object({ sealed: z.instanceof(Uint8Array) });
const Whole = Row.extend({ person_id: GuestId });
const Id = z.object({ person_id: z.string() });

/**
 * Profiles of guests who agreed to be remembered. They lie among the persons of the sealed table, so that whatever holds for names (the key
 * apart from every copy, a restore without it, a standby that is told who is gone) holds for them too.
 */
export class GuestTable {
  private readonly sealing: Sealing;
  private readonly sql;

  constructor(db: Db, sealing: Sealing) {
    this.sealing = sealing;
    this.sql = {
      insert: db.prepare('INSERT OR REPLACE INTO personal (person_id, sealed, updated_at) VALUES (?, ?, ?)'),
      find: db.prepare('SELECT sealed FROM personal WHERE person_id = ?'),
      all: db.prepare(`SELECT person_id, sealed FROM personal WHERE person_id LIKE '${GUEST_PREFIX}%'`),
      older: db.prepare(
        `SELECT person_id FROM personal WHERE updated_at < ? AND person_id LIKE '${GUEST_PREFIX}%'`,
      ),
    };
  }

  /** `at`: when something last happened with this guest, from which on he is kept. */
  put(id: GuestId, guest: Guest, at: number): void {
    this.sql.insert.run(id, this.sealing.seal(about(id), guest), at);
  }

  get(id: GuestId): Guest | null {
    const row = this.sql.find.get(id);
    return row === undefined ? null : this.opened(id, Row.parse(row).sealed);
  }

  /** Opens each. */
  *all(): IterableIterator<readonly [GuestId, Guest]> {
    for (const raw of this.sql.all.all()) {
      const { person_id: id, sealed } = Whole.parse(raw);
      yield [id, this.opened(id, sealed)];
    }
  }

  olderThan(at: number): GuestId[] {
    return this.sql.older.all(at).map((row) => GuestId.parse(Id.parse(row).person_id));
  }

  private opened(id: GuestId, sealed: Uint8Array): Guest {
    return parseJson(Guest, this.sealing.open(about(id), sealed));
  }
}

const about = (id: GuestId) => `guest:${id}`;

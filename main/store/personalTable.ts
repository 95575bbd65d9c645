import { z } from 'zod';
import { PersonFields } from '../../shared/domain/model/put.ts';
import { GUEST_PREFIX } from '../../shared/guests/guest.ts';
import { PersonId } from '../../shared/lib/ids.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import type { Sealing } from './sealing.ts';

const Row = z.object({ sealed: z.instanceof(Uint8Array) });
const Whole = Row.extend({ person_id: PersonId });
const Id = z.object({ person_id: z.string() });

/** Who people are: the only place. Erasing a person is deleting a row. */
export class PersonalTable {
  private readonly sealing: Sealing;
  private readonly sql;

  constructor(db: Db, sealing: Sealing) {
    this.sealing = sealing;
    this.sql = {
      insert: db.prepare('INSERT OR REPLACE INTO personal (person_id, sealed, updated_at) VALUES (?, ?, ?)'),
      find: db.prepare('SELECT sealed FROM personal WHERE person_id = ?'),
      all: db.prepare(`SELECT person_id, sealed FROM personal WHERE person_id NOT LIKE '${GUEST_PREFIX}%'`),
      // As a replacement, so that a standby is sent it again.
      touch: db.prepare(
        `INSERT OR REPLACE INTO personal (person_id, sealed, updated_at)
         SELECT person_id, sealed, ? FROM personal WHERE person_id = ?`,
      ),
      older: db.prepare(
        `SELECT person_id FROM personal WHERE updated_at < ? AND person_id NOT LIKE '${GUEST_PREFIX}%'`,
      ),
      ids: db.prepare('SELECT person_id FROM personal'),
      remove: db.prepare('DELETE FROM personal WHERE person_id = ?'),
    };
  }

  put(personId: PersonId, fields: PersonFields, at: number): void {
    this.sql.insert.run(personId, this.sealing.seal(about(personId), fields), at);
  }

  get(personId: PersonId): PersonFields | null {
    const row = this.sql.find.get(personId);
    if (row === undefined) return null;
    return this.opened(personId, Row.parse(row).sealed);
  }

  /** Everybody, profiles apart. Opens each: for what is rare. */
  *all(): IterableIterator<readonly [PersonId, PersonFields]> {
    for (const raw of this.sql.all.all()) {
      const { person_id: id, sealed } = Whole.parse(raw);
      yield [id, this.opened(id, sealed)];
    }
  }

  /** Its time to be kept begins now: what it was known from is over. */
  touch(personId: PersonId, at: number): void {
    this.sql.touch.run(at, personId);
  }

  /** Written or touched last before `at`. */
  olderThan(at: number): PersonId[] {
    return this.sql.older.all(at).map((row) => PersonId.parse(Id.parse(row).person_id));
  }

  /** Of every row, profiles among them. */
  ids(): string[] {
    return this.sql.ids.all().map((row) => Id.parse(row).person_id);
  }

  /** False: there was none. */
  remove(id: string): boolean {
    return this.sql.remove.run(id).changes > 0;
  }

  private opened(personId: PersonId, sealed: Uint8Array): PersonFields {
    return parseJson(PersonFields, this.sealing.open(about(personId), sealed));
  }
}

const about = (personId: PersonId) => `person:${personId}`;

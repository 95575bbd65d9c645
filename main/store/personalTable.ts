import { z } from 'zod';
import { PersonFields } from '../../shared/domain/model/put.ts';
import { PersonId } from '../../shared/lib/ids.ts';
import type { Db } from './database.ts';
import { SealedRows } from './sealedRows.ts';
import type { Sealing } from './sealing.ts';

const Id = z.object({ person_id: z.string() });

/** Who people are: the only place. Erasing a person is deleting a row. */
export class PersonalTable extends SealedRows<PersonId, PersonFields> {
  private readonly own;

  constructor(db: Db, sealing: Sealing) {
    super(db, sealing, {
      isGuest: false,
      id: PersonId,
      fields: PersonFields,
      about: (id) => `person:${id}`,
    });
    this.own = {
      // As a replacement, so that a standby is sent it again.
      touch: db.prepare(
        `INSERT OR REPLACE INTO personal (person_id, sealed, updated_at)
         SELECT person_id, sealed, ? FROM personal WHERE person_id = ?`,
      ),
      ids: db.prepare('SELECT person_id FROM personal'),
      remove: db.prepare('DELETE FROM personal WHERE person_id = ?'),
    };
  }

  /** Its time to be kept begins now: what it was known from is over. */
  touch(personId: PersonId, at: number): void {
    this.own.touch.run(at, personId);
  }

  /** Of every row, profiles among them. */
  ids(): string[] {
    return this.own.ids.all().map((row) => Id.parse(row).person_id);
  }

  /** False: there was none. */
  remove(id: string): boolean {
    return this.own.remove.run(id).changes > 0;
  }
}

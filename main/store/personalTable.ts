import { z } from 'zod';
import { PersonFields } from '../../shared/domain/model/put.ts';
import type { PersonId } from '../../shared/lib/ids.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import type { Sealing } from './sealing.ts';

const Row = z.object({ sealed: z.instanceof(Uint8Array) });

/** Who people are: the only place. Erasing a person is deleting a row. */
export class PersonalTable {
  private readonly sealing: Sealing;
  private readonly insert;
  private readonly find;

  constructor(db: Db, sealing: Sealing) {
    this.sealing = sealing;
    this.insert = db.prepare(
      'INSERT OR REPLACE INTO personal (person_id, sealed, updated_at) VALUES (?, ?, ?)',
    );
    this.find = db.prepare('SELECT sealed FROM personal WHERE person_id = ?');
  }

  put(personId: PersonId, fields: PersonFields, at: number): void {
    this.insert.run(personId, this.sealing.seal(about(personId), fields), at);
  }

  get(personId: PersonId): PersonFields | null {
    const row = this.find.get(personId);
    if (row === undefined) return null;
    return parseJson(PersonFields, this.sealing.open(about(personId), Row.parse(row).sealed));
  }
}

const about = (personId: PersonId) => `person:${personId}`;

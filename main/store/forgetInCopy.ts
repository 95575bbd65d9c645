import { z } from 'zod';
import { GUEST_PREFIX } from '../../shared/guests/guest.ts';
import { dropErased } from './guestAuditTable.ts';
import { openPlain } from './plainFile.ts';

const Ids = z.array(z.object({ person_id: z.string() }));

/** Whom a copy must not hold any longer. Hub times. */
export const Forgotten = z.object({
  /** Rows erased on request. */
  erased: z.array(z.string()),
  /** Rows last written before these are past their time, unless the house itself still has them. */
  personsBefore: z.number(),
  guestsBefore: z.number(),
  kept: z.array(z.string()),
});
export type Forgotten = z.infer<typeof Forgotten>;

/**
 * Takes persons out of a copy of the data: their rows, and the pages that held them. How many went. A copy without them is not touched, so
 * that its date still says when it was made. Throws where the file is no database of ours.
 */
export function forgetInCopy(path: string, { erased, personsBefore, guestsBefore, kept }: Forgotten): number {
  const db = openPlain(path);
  try {
    const found = db
      .prepare(
        `SELECT person_id FROM personal
         WHERE person_id IN (SELECT value FROM json_each(@erased))
            OR (updated_at < CASE WHEN person_id LIKE '${GUEST_PREFIX}%' THEN @guestsBefore ELSE @personsBefore END
                AND person_id NOT IN (SELECT value FROM json_each(@kept)))`,
      )
      .all({ erased: JSON.stringify(erased), kept: JSON.stringify(kept), personsBefore, guestsBefore });
    const ids = Ids.parse(found).map(({ person_id: id }) => id);
    if (ids.length === 0) return 0;
    db.pragma('secure_delete = ON');
    const count = dropErased(db, ids);
    // Pages freed before may still hold older writings of the same rows.
    db.exec('VACUUM');
    return count;
  } finally {
    db.close();
  }
}

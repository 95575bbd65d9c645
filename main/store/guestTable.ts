import { Guest, GuestId } from '../../shared/guests/guest.ts';
import type { Db } from './database.ts';
import { SealedRows } from './sealedRows.ts';
import type { Sealing } from './sealing.ts';

/**
 * Profiles of guests who agreed to be remembered. They lie among the persons of the sealed table, so that whatever holds for names (the key
 * apart from every copy, a restore without it, a standby that is told who is gone) holds for them too.
 */
export class GuestTable extends SealedRows<GuestId, Guest> {
  constructor(db: Db, sealing: Sealing) {
    super(db, sealing, { isGuest: true, id: GuestId, fields: Guest, about: (id) => `guest:${id}` });
  }
}

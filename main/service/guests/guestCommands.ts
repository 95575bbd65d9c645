import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contactsOf } from '../../../shared/guests/contacts.ts';
import { GuestId } from '../../../shared/guests/guest.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { eraseRows } from '../../hub/guests/eraseRows.ts';
import { forgetInCopy } from '../../store/forgetInCopy.ts';
import { openStore } from '../../store/openStore.ts';
import type { Store } from '../../store/Store.ts';
import { Complaint } from '../complaint.ts';
import { isDatabase } from '../isDatabase.ts';

const PAGE = 500;
/** A backup somebody keeps elsewhere is his: only what was erased on request goes from it. */
const NEVER = 0;
const TERMINAL = { by: 'terminal', roles: [] };

/** Who looked at, searched for, changed and erased guests: time, what, by which screen with which roles, and random ids. */
export function listAudit(dataDir: string): void {
  withStore(dataDir, (store) => {
    for (const { at, action, by, roles, about } of store.guestAudit.before(null, PAGE).reverse()) {
      const row = [new Date(at).toISOString(), action, by, roles.join(',') || '-', about.join(',') || '-'];
      process.stdout.write(`${row.join('\t')}\n`);
    }
  });
}

/** Works at once: a service that runs on the folder takes the names off its screens within a second. */
export function eraseGuest(dataDir: string, who: string): void {
  withStore(dataDir, (store) => {
    const contacts = contactsOf({ phone: who, email: who });
    let rows = 0;
    for (const guest of guestsMeant(store, who, contacts)) {
      const known = [...store.personal.all()].filter(([, fields]) => fields.guest === guest);
      const persons = known.map(([person]) => person);
      rows += eraseRows(store, guest, persons, { ...TERMINAL, at: hubNow(store) });
    }
    // Who never agreed to be remembered stands with his party alone.
    const persons = [...store.personal.all()]
      .filter(([id, fields]) => id === who || contactsOf(fields).some((one) => contacts.includes(one)))
      .map(([id]) => PersonId.parse(id));
    if (persons.length > 0) rows += eraseRows(store, null, persons, { ...TERMINAL, at: hubNow(store) });
    if (rows === 0) throw new Complaint('Nobody is known by that. A number is given whole.');
    process.stderr.write(
      `Erased: ${rows === 1 ? 'one row' : `${rows} rows`}. Backups of this house let go of them with the next nightly one; others: npm run heard -- guests clean FILE.\n`,
    );
  });
}

export function cleanBackup(dataDir: string, file: string): void {
  const path = resolve(file);
  if (!existsSync(path)) throw new Complaint(`There is no file ${path}.`);
  if (path === resolve(join(dataDir, 'heard.db')) || existsSync(`${path}-wal`))
    throw new Complaint(`${path} is data in use, not a backup.`);
  if (!isDatabase(path)) throw new Complaint(`${path} is no backup of Heard.`);
  withStore(dataDir, (store) => {
    const erased = store.guestAudit.erased();
    const count = forgetInCopy(path, { erased, kept: [], personsBefore: NEVER, guestsBefore: NEVER });
    process.stderr.write(
      count === 0
        ? 'Nobody who was erased is in it.\n'
        : `${count} rows of people who were erased are gone from it.\n`,
    );
  });
}

function guestsMeant(store: Store, who: string, contacts: readonly string[]): GuestId[] {
  const id = GuestId.safeParse(who).data;
  if (id !== undefined) return store.guests.get(id) === null ? [] : [id];
  const digests = contacts.map((contact) => store.sealing.digest(contact));
  return [...store.guests.all()]
    .filter(([, guest]) => guest.contacts.some((contact) => digests.includes(contact)))
    .map(([guest]) => guest);
}

/** Hub time never goes back, and a clock set wrong must not put this before what it follows. */
function hubNow(store: Store): number {
  return Math.max(Date.now(), store.events.last()?.at ?? 0);
}

function withStore(dataDir: string, work: (store: Store) => void): void {
  if (!existsSync(join(dataDir, 'heard.db'))) throw new Complaint(`There is no data of Heard in ${dataDir}.`);
  const store = openStore({ dataDir, as: 'tool' });
  try {
    work(store);
  } finally {
    store.close();
  }
}

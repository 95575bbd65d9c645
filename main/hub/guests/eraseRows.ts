import type { GuestId } from '../../../shared/guests/guest.ts';
import type { PersonId } from '../../../shared/lib/ids.ts';
import type { Store } from '../../store/Store.ts';
import type { Asker } from './guestsPort.ts';

export interface ErasedBy extends Asker {
  /** Hub time. */
  readonly at: number;
}

/**
 * Deletes a guest with every person he is known as, and messages kept aside that name them. The audit says by whom, in the same transaction;
 * its ids keep a backup that is brought back from bringing them back.
 */
export function eraseRows(
  store: Store,
  guest: GuestId | null,
  persons: readonly PersonId[],
  { by, roles, at }: ErasedBy,
): number {
  const ids = [...(guest === null ? [] : [guest]), ...persons];
  const words = wordsOf(store, guest, persons);
  let count = 0;
  for (const id of persons) if (store.personal.get(id) !== null) count += 1;
  if (guest !== null && store.guests.get(guest) !== null) count += 1;
  if (count === 0) return 0;
  const letters = store.deadLetters
    .all()
    .filter(({ payload }) => words.some((word) => JSON.stringify(payload).toLowerCase().includes(word)));
  store.forget(ids, () => {
    for (const { n } of letters) store.deadLetters.remove(n);
    store.guestAudit.add({ at, action: 'erased', by, roles: [...roles], about: ids });
  });
  return count;
}

/** By which a message that was kept aside is known to speak of him. */
function wordsOf(store: Store, guest: GuestId | null, persons: readonly PersonId[]): string[] {
  const all = [
    ...(guest === null ? [] : [store.guests.get(guest)]),
    ...persons.map((person) => store.personal.get(person)),
  ].filter((one) => one !== null);
  const words = all.flatMap(({ name, phone, email }) => [name, phone, email]);
  return words.flatMap((word) => (word === null || word.length < 3 ? [] : [word.toLowerCase()]));
}

import type { Guest, GuestId } from '../../../shared/guests/guest.ts';
import type { PersonId } from '../../../shared/lib/ids.ts';
import type { Store } from '../../store/Store.ts';

/**
 * Who is found by which contact, and which persons are known to be which guest. In memory, because neither may stand in clear in the file;
 * made from it when somebody first asks. A hint only: what it names is looked up in the file, which a transaction may have given back.
 */
export class GuestIndex {
  private readonly byContact = new Map<string, GuestId>();
  private readonly guestOfPerson = new Map<PersonId, GuestId>();
  private readonly personsOfGuest = new Map<GuestId, Set<PersonId>>();

  constructor(store: Pick<Store, 'guests' | 'personal'>) {
    for (const [id, guest] of store.guests.all()) this.known(id, guest);
    // Whatever else it says, the row was written by this hub: the id is one of its own.
    for (const [person, { guest }] of store.personal.all())
      if (guest !== undefined) this.joined(person, guest as GuestId);
  }

  /** Several contacts may lead to several guests: the first that is known counts. */
  find(contacts: readonly string[]): GuestId[] {
    return [...new Set(contacts.flatMap((contact) => this.byContact.get(contact) ?? []))];
  }

  guestOf(person: PersonId): GuestId | null {
    return this.guestOfPerson.get(person) ?? null;
  }

  personsOf(guest: GuestId): PersonId[] {
    return [...(this.personsOfGuest.get(guest) ?? [])];
  }

  /** A contact stays whose it was first: nobody takes over another's profile by naming his telephone beside his own address. */
  known(id: GuestId, { contacts }: Pick<Guest, 'contacts'>): void {
    for (const contact of contacts) if (!this.byContact.has(contact)) this.byContact.set(contact, id);
  }

  joined(person: PersonId, guest: GuestId): void {
    this.parted(person);
    this.guestOfPerson.set(person, guest);
    const persons = this.personsOfGuest.get(guest) ?? new Set();
    this.personsOfGuest.set(guest, persons.add(person));
  }

  parted(person: PersonId): void {
    const guest = this.guestOfPerson.get(person);
    this.guestOfPerson.delete(person);
    if (guest !== undefined) this.personsOfGuest.get(guest)?.delete(person);
  }

  gone(id: GuestId): void {
    for (const [contact, guest] of this.byContact) if (guest === id) this.byContact.delete(contact);
    for (const person of this.personsOf(id)) this.guestOfPerson.delete(person);
    this.personsOfGuest.delete(id);
  }
}

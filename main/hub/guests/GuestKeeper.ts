import type { Event } from '../../../shared/domain/events/event.ts';
import type { Party } from '../../../shared/domain/model/party.ts';
import type { PersonFields } from '../../../shared/domain/model/put.ts';
import type { Regular } from '../../../shared/domain/model/regular.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { contactsOf } from '../../../shared/guests/contacts.ts';
import { GUEST_PREFIX, GuestId } from '../../../shared/guests/guest.ts';
import { forgetParty, regularOf, remember, trimmed } from '../../../shared/guests/remember.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import type { PartyId, PersonId } from '../../../shared/lib/ids.ts';
import { personsOfParty, personsOfTicket } from '../../../shared/sync/persons.ts';
import type { Store } from '../../store/Store.ts';
import { GuestIndex } from './GuestIndex.ts';

/** What a decision did, as far as guests are concerned. */
export interface Happened {
  readonly events: readonly Event[];
  /** After all of them. */
  readonly state: State;
  /** Parties and tickets that went to history with it, as they were. */
  readonly closed: ReadonlyArray<Party | Ticket>;
  /** Who was written with it, and how: what was sealed a moment ago need not be opened again. */
  readonly written: ReadonlyMap<PersonId, PersonFields>;
  /** Hub time. */
  readonly now: number;
}

export interface GuestKeeperParts {
  readonly store: Pick<Store, 'guests' | 'personal' | 'sealing'>;
  readonly newId: () => string;
  /** How long a visit is kept, in ms. */
  readonly keepMs: () => number;
}

/**
 * Keeps profiles in step with parties, inside the transaction of what happened to those. It decides nothing about food or tables: without it
 * the log is the same.
 */
export class GuestKeeper {
  private readonly parts: GuestKeeperParts;
  private made: GuestIndex | null = null;

  constructor(parts: GuestKeeperParts) {
    this.parts = parts;
  }

  get index(): GuestIndex {
    this.made ??= new GuestIndex(this.parts.store);
    return this.made;
  }

  /** The persons about whom a host now reads something else. */
  follow(happened: Happened): PersonId[] {
    const { closed, now } = happened;
    const { personal } = this.parts.store;
    for (const one of closed) for (const person of personsOf(one)) personal.touch(person, now);
    const persons = partiesOf(happened).flatMap((party) => this.settle(party, happened));
    return [...new Set(persons)];
  }

  regular(person: PersonId, { guest }: PersonFields): Regular | null {
    const id = GuestId.safeParse(guest).data;
    const known = id === undefined ? null : this.parts.store.guests.get(id);
    return id === undefined || known === null ? null : regularOf(id, known, person);
  }

  private settle(party: Party, { written, now }: Happened): PersonId[] {
    const { store } = this.parts;
    const person = party.person?.personId;
    const fields = person === undefined ? null : (written.get(person) ?? store.personal.get(person));
    if (person === undefined || fields === null) return [];
    const contacts = contactsOf(fields).map((contact) => store.sealing.digest(contact));
    const before = this.index.guestOf(person);
    const id = this.guestFor(contacts, fields, before);
    const told: PersonId[] = [];
    if (before !== null && before !== id) told.push(...this.part(person, before, now));
    if (id === null) {
      if (fields.guest === undefined) return told;
      this.join(person, fields, null, now);
      return [...told, person];
    }
    const known = store.guests.get(id);
    // A number that is another guest's stays his.
    const own = contacts.filter((contact) => this.index.find([contact]).every((one) => one === id));
    const next = remember(known, { party, fields, contacts: own, now });
    const isNew = known === null || canonicalJson(known) !== canonicalJson(next);
    if (isNew) {
      // That an old visit has passed its time is nothing that happened with him.
      store.guests.put(id, trimmed(next, now - this.parts.keepMs()), now);
      this.index.known(id, next);
    }
    const isJoined = fields.guest !== id;
    if (isJoined) this.join(person, fields, id, now);
    this.index.joined(person, id);
    return isNew || isJoined ? [...told, ...this.index.personsOf(id)] : told;
  }

  /**
   * Whom these contacts are of; a guest who has agreed just now is new. An explicit no is nobody's profile. A number corrected under the same
   * name is the same guest's.
   */
  private guestFor(
    contacts: readonly string[],
    { consent, name }: PersonFields,
    before: GuestId | null,
  ): GuestId | null {
    if (consent === false || contacts.length === 0) return null;
    const { store, newId } = this.parts;
    const known = this.index.find(contacts).find((id) => store.guests.get(id) !== null);
    if (known !== undefined) return known;
    const joined = before === null ? null : store.guests.get(before);
    if (joined !== null && isSameName(joined.name, name)) return before;
    return consent === true ? GuestId.parse(`${GUEST_PREFIX}${newId()}`) : null;
  }

  private join(
    person: PersonId,
    { guest: _, ...fields }: PersonFields,
    id: GuestId | null,
    now: number,
  ): void {
    this.parts.store.personal.put(person, { ...fields, ...(id === null ? {} : { guest: id }) }, now);
  }

  /** The party is somebody else's, or he wants none of it kept. */
  private part(person: PersonId, id: GuestId, now: number): PersonId[] {
    const { guests } = this.parts.store;
    const others = this.index.personsOf(id);
    const guest = guests.get(id);
    if (guest !== null) guests.put(id, forgetParty(guest, person), now);
    this.index.parted(person);
    return others;
  }
}

function isSameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();
}

function partiesOf({ events, state, closed }: Happened): Party[] {
  const ids = new Set<PartyId>();
  for (const event of events) {
    if (event.type === 'party.received' || event.type === 'party.reopened') ids.add(event.record.id);
    else if (event.type === 'party.changed' || event.type === 'party.revised') ids.add(event.party);
  }
  const open = [...ids].flatMap((id) => state.parties.get(id) ?? []);
  return [...open, ...closed.filter(isParty)];
}

const isParty = (one: Party | Ticket): one is Party => 'live' in one;

function personsOf(one: Party | Ticket): Iterable<PersonId> {
  return isParty(one) ? personsOfParty(one) : personsOfTicket(one);
}

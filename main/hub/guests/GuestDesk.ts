import type { Logger } from 'pino';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { folded } from '../../../shared/domain/selectors/partySearch.ts';
import { contactsOf } from '../../../shared/guests/contacts.ts';
import { type Guest, GuestId } from '../../../shared/guests/guest.ts';
import type {
  AuditAction,
  FoundGuest,
  GuestAudit,
  GuestCard,
  GuestChange,
  GuestsFound,
  PastDay,
} from '../../../shared/guests/guestMessages.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { personsOfState } from '../../../shared/sync/persons.ts';
import type { Store } from '../../store/Store.ts';
import { eraseRows } from './eraseRows.ts';
import type { GuestKeeper } from './GuestKeeper.ts';
import type { Asker, GuestsPort } from './guestsPort.ts';

const DAY_MS = 24 * 3_600_000;
/** A glass of names; who looks for one types more. */
const FOUND_AT_ONCE = 20;
const AUDIT_PAGE = 50;
/** As long as the log, in which the house's other doings stand. */
const AUDIT_KEPT_MS = 400 * DAY_MS;
/** Enough of a number to tell two of one name apart, too little to ring it. */
const PHONE_END = 3;

export interface GuestDeskParts {
  readonly store: Store;
  readonly keeper: GuestKeeper;
  readonly state: () => State;
  readonly config: () => HouseConfig;
  readonly now: () => number;
  /** Somebody is known otherwise, or no more: screens are told. */
  readonly told: (persons: readonly PersonId[]) => void;
  readonly log: Logger;
}

/** What people do with guests' cards. Each look is written down before it is answered; nothing of it is in the log of events. */
export class GuestDesk implements GuestsPort {
  private readonly parts: GuestDeskParts;
  /** The last entry of the audit that this process has taken note of: the `heard` command writes beside it. */
  private seen: number;

  constructor(parts: GuestDeskParts) {
    this.parts = parts;
    this.seen = parts.store.guestAudit.lastN();
  }

  /** By a profile's id or a person's. null: nothing is remembered. */
  card(id: string, asker: Asker): GuestCard | null {
    const guest = this.guestMeant(id);
    this.note('looked', asker, [guest ?? id]);
    const known = guest === null ? null : this.parts.store.guests.get(guest);
    return guest === null || known === null ? null : cardOf(guest, known);
  }

  /** By a part of the name, or a whole telephone number or address. */
  search(words: string, asker: Asker): GuestsFound {
    const { store } = this.parts;
    const contacts = contactsOf({ phone: words, email: words }).map((one) => store.sealing.digest(one));
    const name = folded(words);
    const found: FoundGuest[] = [];
    for (const [id, guest] of store.guests.all()) {
      const isByContact = contacts.some((contact) => guest.contacts.includes(contact));
      if (isByContact || folded(guest.name ?? '').includes(name)) found.push(foundOf(id, guest));
    }
    found.sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0));
    const guests = found.slice(0, FOUND_AT_ONCE);
    this.note(
      'searched',
      asker,
      guests.map(({ id }) => id),
    );
    return { guests, more: found.length - guests.length };
  }

  /** Rule S85: names as far as they are still kept, and nothing else of the guests. */
  pastDay(day: string, asker: Asker): PastDay {
    const { store } = this.parts;
    const parties = store.historyParties.ofDay(day).map(({ person, ...party }) => ({
      // Digests are for the next put, and this is for eyes.
      party: { ...party, digest: '', guests: [], person: person && { ...person, digest: '' } },
      name: person && (store.personal.get(person.personId)?.name ?? null),
    }));
    this.note(
      'searched',
      asker,
      parties.flatMap(({ party, name }) =>
        party.person !== null && name !== null ? party.person.personId : [],
      ),
    );
    return { parties };
  }

  /** False: there is no such guest any more. */
  change({ id, notes, withoutAllergy }: GuestChange, asker: Asker): boolean {
    const { store, keeper, now } = this.parts;
    const guest = store.guests.get(id);
    if (guest === null) return false;
    const allergies = guest.allergies.filter(({ allergen }) => allergen !== withoutAllergy);
    store.guests.put(
      id,
      { ...guest, allergies, notes: notes === undefined ? guest.notes : notes || null },
      now(),
    );
    this.note('changed', asker, [id]);
    this.parts.told(keeper.index.personsOf(id));
    return true;
  }

  /** Everything that is known of him, at once. How many rows went; 0: nobody was there. */
  erase(id: string, asker: Asker): number {
    const { keeper } = this.parts;
    const guest = this.guestMeant(id);
    const persons = guest === null ? [PersonId.parse(id)] : keeper.index.personsOf(guest);
    const count = eraseRows(this.parts.store, guest, persons, { ...asker, at: this.parts.now() });
    this.lookBeside();
    return count;
  }

  audit(before: number | null): GuestAudit {
    const entries = this.parts.store.guestAudit.before(before, AUDIT_PAGE);
    return { entries, next: entries.length === AUDIT_PAGE ? (entries.at(-1)?.n ?? null) : null };
  }

  /** What was erased since it last looked, here or by the `heard` command: those who are told of it know them no more. */
  lookBeside(): void {
    const { store, keeper, told } = this.parts;
    if (store.guestAudit.lastN() === this.seen) return;
    const news = store.guestAudit.after(this.seen);
    this.seen = news.at(-1)?.n ?? this.seen;
    const gone = news.flatMap(({ action, about }) => (action === 'erased' ? about : []));
    if (gone.length === 0) return;
    const guests = gone.flatMap((id) => GuestId.safeParse(id).data ?? []);
    for (const id of guests) keeper.index.gone(id);
    const persons = gone.flatMap((id) => (GuestId.safeParse(id).success ? [] : [PersonId.parse(id)]));
    for (const person of persons) keeper.index.parted(person);
    told(persons);
  }

  /** Drops who has been kept long enough: persons of what is over, guests who have not come. Rule S76. */
  purge(): void {
    const { store, keeper, state, config, now, log } = this.parts;
    const { keepDays, partyDays } = config().guests;
    const [personsBefore, guestsBefore] = [now() - partyDays * DAY_MS, now() - keepDays * DAY_MS];
    const needed = personsOfState(state());
    const persons = store.personal.olderThan(personsBefore).filter((person) => !needed.has(person));
    const guests = store.guests
      .olderThan(guestsBefore)
      .filter((id) => !keeper.index.personsOf(id).some((person) => needed.has(person)));
    store.guestAudit.dropBefore(now() - AUDIT_KEPT_MS);
    if (persons.length + guests.length === 0) return;
    store.forget([...persons, ...guests], () => {
      if (guests.length > 0)
        store.guestAudit.add({ at: now(), action: 'purged', by: 'house', roles: [], about: guests });
    });
    for (const id of guests) keeper.index.gone(id);
    for (const person of persons) keeper.index.parted(person);
    log.info({ persons: persons.length, guests: guests.length }, 'people kept long enough were dropped');
  }

  private guestMeant(id: string): GuestId | null {
    const named = GuestId.safeParse(id).data;
    if (named !== undefined) return named;
    return this.parts.keeper.index.guestOf(PersonId.parse(id));
  }

  private note(action: AuditAction, { by, roles }: Asker, about: string[]): void {
    const { store, now } = this.parts;
    store.guestAudit.add({ at: now(), action, by, roles: [...roles], about });
  }
}

function cardOf(id: GuestId, { contacts: _, allergies, visits, ...guest }: Guest): GuestCard {
  return {
    id,
    ...guest,
    allergies: allergies.map(({ saidBy: _said, ...one }) => one),
    visits: visits.map(({ person: _person, ...visit }) => visit).reverse(),
  };
}

function foundOf(id: GuestId, { name, phone, visits }: Guest): FoundGuest {
  const came = visits.filter(({ outcome }) => outcome === 'came');
  const digits = (phone ?? '').replace(/\D/gu, '');
  return {
    id,
    name,
    phoneEnd: digits.length > PHONE_END ? digits.slice(-PHONE_END) : null,
    visits: came.length,
    lastAt: came.at(-1)?.at ?? null,
  };
}

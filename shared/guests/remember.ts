import { gravityOf } from '../domain/model/allergen.ts';
import type { Party, PartyAllergy } from '../domain/model/party.ts';
import type { PersonFields } from '../domain/model/put.ts';
import type { Regular } from '../domain/model/regular.ts';
import type { PersonId } from '../lib/ids.ts';
import {
  type Guest,
  type GuestId,
  type KnownAllergy,
  MAX_CONTACTS,
  MAX_SAID_BY,
  MAX_VISITS,
  type Visit,
} from './guest.ts';
import { visitOf } from './visitOf.ts';

/** Rules S70 to S74: how a profile grows with the parties it is joined to. Pure, and the same again when nothing is new. */

export interface Remembered {
  readonly party: Party;
  readonly fields: PersonFields;
  /** Keyed digests of its contacts. */
  readonly contacts: readonly string[];
  /** Hub time. */
  readonly now: number;
}

/** `known` null: the guest has agreed just now. */
export function remember(known: Guest | null, { party, fields, contacts, now }: Remembered): Guest {
  const guest = known ?? newGuest(now);
  const person = party.person?.personId;
  if (person === undefined) return guest;
  return {
    ...guest,
    name: fields.name || guest.name,
    phone: fields.phone || guest.phone,
    email: fields.email || guest.email,
    contacts: [...new Set([...contacts, ...guest.contacts])].slice(0, MAX_CONTACTS),
    allergies: allergiesWith(guest.allergies, party.live.allergies, person, now),
    visits: visitsWith(guest.visits, person, visitOf(party)),
  };
}

/** The party turned out to be somebody else's: nothing of it stays. */
export function forgetParty(guest: Guest, person: PersonId): Guest {
  return {
    ...guest,
    allergies: guest.allergies.flatMap((one) => takenBack(one, person)),
    visits: visitsWith(guest.visits, person, null),
  };
}

/** As a host reads it beside the booking of `person`, which is not itself an earlier visit. */
export function regularOf(id: GuestId, { visits, allergies }: Guest, person: PersonId): Regular {
  const others = visits.filter((visit) => visit.person !== person);
  const came = others.filter(({ outcome }) => outcome === 'came');
  return {
    guest: id,
    visits: came.length,
    lastAt: came.reduce<number | null>((last, { at }) => Math.max(last ?? 0, at), null),
    noShows: others.filter(({ outcome }) => outcome === 'no_show').length,
    allergies: allergies.map(({ saidBy: _, ...standing }) => standing),
  };
}

/** Visits before `since` are kept no longer, however often he comes. */
export function trimmed(guest: Guest, since: number): Guest {
  return { ...guest, visits: guest.visits.filter(({ at }) => at >= since) };
}

function newGuest(now: number): Guest {
  return {
    name: null,
    phone: null,
    email: null,
    contacts: [],
    notes: null,
    allergies: [],
    visits: [],
    consentAt: now,
  };
}

function visitsWith(visits: readonly Visit[], person: PersonId, visit: Visit | null): Visit[] {
  const others = visits.filter((one) => one.person !== person);
  if (visit === null) return others;
  return [...others, visit].sort((a, b) => a.at - b.at).slice(-MAX_VISITS);
}

/** They only add up; what the only booking that said it has taken off by name goes again. */
function allergiesWith(
  known: readonly KnownAllergy[],
  said: readonly PartyAllergy[],
  person: PersonId,
  now: number,
): KnownAllergy[] {
  let list = [...known];
  for (const { allergen, severity, crossContact, words, isWithdrawn } of said) {
    const at = list.findIndex((one) => one.allergen === allergen);
    const there = list[at];
    if (isWithdrawn) {
      // Said for another seat of the same table it stands.
      const isStillSaid = said.some((one) => one.allergen === allergen && !one.isWithdrawn);
      if (there !== undefined && !isStillSaid) list = list.toSpliced(at, 1, ...takenBack(there, person));
    } else if (there === undefined) {
      list.push({ allergen, severity, crossContact, words, saidAt: now, saidBy: [person] });
    } else {
      const isGraver = gravityOf(severity) > gravityOf(there.severity);
      const isKnown = there.saidBy.includes(person);
      list[at] = {
        ...there,
        severity: isGraver ? severity : there.severity,
        crossContact: there.crossContact || crossContact,
        words: words || there.words,
        saidAt: isGraver || !isKnown ? now : there.saidAt,
        saidBy: isKnown ? there.saidBy : [...there.saidBy, person].slice(-MAX_SAID_BY),
      };
    }
  }
  return list;
}

function takenBack(known: KnownAllergy, person: PersonId): KnownAllergy[] {
  if (!known.saidBy.includes(person)) return [known];
  const saidBy = known.saidBy.filter((one) => one !== person);
  return saidBy.length === 0 ? [] : [{ ...known, saidBy }];
}

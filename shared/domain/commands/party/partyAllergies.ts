import type { PartyId, TicketId } from '../../../lib/ids.ts';
import { gravityOf, normaliseAllergen } from '../../model/allergen.ts';
import type { PartyAllergy } from '../../model/party.ts';
import type { SaidAllergy } from '../../model/ticket.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import { addAllergy, conflictsOf } from '../allergy.ts';
import type { Draft } from '../draft.ts';
import { settle } from '../settle.ts';
import { partyOfTicket, ticketsOf } from './findParty.ts';
import { stepParty } from './stepParty.ts';

/** Rules S20 to S24: what a party is allergic to reaches every ticket of its table, whatever the POS has sent. */

/** What a party has, and what is said of it now: they only add up. The same list when nothing is new. */
export function addedAllergies(
  known: readonly PartyAllergy[],
  said: readonly SaidAllergy[],
): readonly PartyAllergy[] & PartyAllergy[] {
  let list = known as PartyAllergy[];
  for (const raw of said) {
    const one = { ...raw, allergen: normaliseAllergen(raw.allergen) };
    const at = list.findIndex(({ seat, allergen }) => seat === one.seat && allergen === one.allergen);
    const there = list[at];
    if (there === undefined) list = [...list, { ...one, isWithdrawn: false }];
    else {
      const sum = merged(there, one);
      if (JSON.stringify(sum) !== JSON.stringify(there)) list = list.with(at, sum);
    }
  }
  return list;
}

function merged(known: PartyAllergy, said: SaidAllergy): PartyAllergy {
  const isGraver = gravityOf(said.severity) > gravityOf(known.severity);
  const words = [known.words, said.words].filter((one) => one !== null && one !== '');
  return {
    ...known,
    severity: isGraver ? said.severity : known.severity,
    crossContact: known.crossContact || said.crossContact,
    words: words.length === 0 ? null : [...new Set(words)].join(' · '),
    // Graver than what was taken off is another matter than that was.
    isWithdrawn: known.isWithdrawn && !isGraver,
  };
}

/** Those a ticket that comes now is to have. */
export function standing(allergies: readonly PartyAllergy[]): SaidAllergy[] {
  return allergies
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ allergen, severity, crossContact, words, seat }) => ({
      allergen,
      severity,
      crossContact,
      words,
      seat,
    }));
}

/** Adds them to a ticket; true when that ticket had not all of them. */
export function giveAllergies(draft: Draft, ticket: TicketId, allergies: readonly SaidAllergy[]): boolean {
  const before = draft.events.length;
  for (const said of allergies) addAllergy(draft, ticket, said, { isSaidByPos: false, isOurs: true });
  return draft.events.length > before;
}

/** After a change of the party: what is new goes to the tickets it has already. */
export function carryToTickets(draft: Draft, id: PartyId, before: readonly PartyAllergy[]): void {
  const party = partyOf(draft.state, id);
  if (party.live.allergies === before) return;
  const news = standing(party.live.allergies.filter((one) => !before.includes(one)));
  for (const ticket of ticketsOf(draft.state, party)) {
    if (!giveAllergies(draft, ticket.id, news)) continue;
    conflictsOf(draft, ticket.id, new Set());
    settle(draft, ticket.id);
  }
}

/** A person named the seat at one ticket: the party's later tickets know it too. */
export function rememberSeat(draft: Draft, ticket: TicketId, allergen: string, seat: number): void {
  const party = partyOfTicket(draft.state, ticket);
  if (!party) return;
  const isIt = (one: PartyAllergy) => one.seat === null && one.allergen === allergen;
  const named = party.live.allergies.find(isIt);
  if (!named) return;
  const others = party.live.allergies.filter((one) => !isIt(one));
  stepParty(draft, party.id, 'allergy', { allergies: addedAllergies(others, [{ ...named, seat }]) });
}

/** A person took it off a ticket, by name: it goes to no further one. */
export function rememberWithdrawal(
  draft: Draft,
  ticket: TicketId,
  allergen: string,
  seat: number | null,
): void {
  const party = partyOfTicket(draft.state, ticket);
  if (party) withdrawnFrom(draft, party.id, allergen, seat);
}

export function withdrawnFrom(draft: Draft, id: PartyId, allergen: string, seat: number | null): boolean {
  const { live } = partyOf(draft.state, id);
  const allergies = live.allergies.map((one) =>
    one.allergen === allergen && one.seat === seat ? { ...one, isWithdrawn: true } : one,
  );
  return stepParty(draft, id, 'allergy', { allergies });
}

import type { PersonId, TicketId } from '../../../lib/ids.ts';
import { normaliseAllergen } from '../../model/allergen.ts';
import { HOUSE_SOURCE, type PartyFacts, type PartyLive } from '../../model/party.ts';
import { isSeated } from '../../model/partyStates.ts';
import type { PersonDraft, PersonFields } from '../../model/put.ts';
import type { SaidAllergy } from '../../model/ticket.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import type { KeyedAllergy } from '../keyedCommands.ts';
import type { KeyedGuest } from '../partyCommands.ts';
import { changeFacts, refuseSuperseded } from './actOnParty.ts';
import { partyMeant, ticketsOf } from './findParty.ts';
import { refuseTaken, wholeTables } from './freeTables.ts';
import { addedAllergies, withdrawnFrom } from './partyAllergies.ts';
import { dayOf, firstPut } from './putParty.ts';

/** Rule S4: a party that the house takes in itself, and what it changes of any. */
export function addParty(draft: Draft, command: CommandOf<'party.add'>): TicketId | null {
  const { kind, guest, allergies, type: _type, ...said } = command;
  const state = kind === 'reservation' ? 'booked' : kind === 'waitlist' ? 'waiting' : 'arrived';
  if (kind === 'reservation' && said.at === null) refuse('invalid', 'A booking has a time.', 'at');
  const facts: PartyFacts = { ...said, state };
  firstPut(draft, {
    source: HOUSE_SOURCE,
    externalId: draft.ctx.newId(),
    revision: null,
    facts,
    person: draftOf(draft, guest),
    guests: [],
    allergies: allergies.map(saidOf),
    digest: '',
  });
  return null;
}

export function editParty(draft: Draft, command: CommandOf<'party.edit'>): null {
  const party = partyMeant(draft, command.party);
  refuseSuperseded(draft, party, command.seen);
  const set: Partial<PartyLive> = { ...command.set };
  if (set.tables !== undefined && isSeated(party.live)) {
    if (set.tables.length === 0) refuse('invalid', 'They sit somewhere. Unseat them instead.', 'set.tables');
    refuseTaken(draft.state, set.tables, party.id);
    set.tables = wholeTables(draft.state, set.tables);
  }
  if (set.at !== undefined) set.day = dayOf(draft, set.at);
  set.allergies = [...addedAllergies(party.live.allergies, command.allergies.map(saidOf))];
  changeFacts(draft, party.id, set);
  if (command.guest !== null) rename(draft, command, command.guest);
  return null;
}

/** Names stand in no event: what is new of them is written beside. */
function rename(draft: Draft, { party: id }: CommandOf<'party.edit'>, guest: KeyedGuest): void {
  const party = partyOf(draft.state, id);
  const personId = party.person?.personId ?? (draft.ctx.newId() as PersonId);
  draft.person(personId, fieldsOf(guest));
  // What was typed here equals nothing that a source has put: its next words are written again.
  const person = { personId, digest: draft.ctx.newId() };
  const { revision, digest, said, guests } = party;
  draft.emit({ type: 'party.revised', party: id, put: { revision, digest, said, person, guests } });
}

export function withdrawFromParty(draft: Draft, command: CommandOf<'party.withdraw'>): null {
  const party = partyMeant(draft, command.party);
  const allergen = normaliseAllergen(command.allergen);
  const isKnown = party.live.allergies.some((one) => one.allergen === allergen && one.seat === command.seat);
  if (!isKnown) refuse('not_found', `${allergen} is not with this party for that seat.`, 'seat');
  withdrawnFrom(draft, party.id, allergen, command.seat);
  for (const { id, allergies } of ticketsOf(draft.state, party)) {
    const known = allergies.find((one) => one.allergen === allergen && one.seat === command.seat);
    // What the POS says too is taken off where the POS said it.
    if (!known || known.isSaidByPos) continue;
    const { seat } = known;
    draft.emit({
      type: 'allergy.withdrawn',
      ticket: id,
      allergy: known.key,
      allergen,
      seat,
      person: command.by,
    });
  }
  return null;
}

function saidOf({ allergen, severity, crossContact, words, seat }: KeyedAllergy): SaidAllergy {
  return { allergen: normaliseAllergen(allergen), severity, crossContact, words, seat };
}

function draftOf(draft: Draft, guest: KeyedGuest): PersonDraft | null {
  const { consent: _, ...said } = guest;
  const isAnybody = Object.values(said).some((field) => field !== null && field.length > 0);
  return isAnybody ? { digest: draft.ctx.newId(), fields: fieldsOf(guest) } : null;
}

function fieldsOf({
  name,
  phone,
  email,
  kitchenNotes,
  guestNotes,
  tags = [],
  consent = null,
}: KeyedGuest): PersonFields {
  const asked = consent === null ? {} : { consent };
  const nothing = { notes: null, courier: null, spot: null };
  return { name, phone, email, ...nothing, kitchenNotes, guestNotes, tags, ...asked };
}

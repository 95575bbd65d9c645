import type { PartyDraft } from './draft.ts';
import { type DemoAllergy, MINUTE_MS } from './plan.ts';

/** A tenth of the tables, and never fewer than it takes to meet every severity. */
const SHARE = 10;
const AT_LEAST = 3;

export function allergicTables(tables: number): number {
  return Math.max(AT_LEAST, Math.round(tables / SHARE));
}

/** Gives each of these tables its guests' allergies: every severity, two that come late, one that the POS stops saying. */
export function giveAllergies(parties: readonly PartyDraft[]): void {
  for (const [index, party] of parties.entries()) {
    if (index === 0) graveAndLate(party);
    else if (index === 1) mildAndUnsaid(party);
    else if (index === 2) unknownAndUnseated(party);
    else plain(party);
  }
}

function tell(party: PartyDraft, seat: number, ...allergies: DemoAllergy[]): void {
  const guests = [...(party.ticket.guests ?? [])];
  const at = guests.findIndex((guest) => guest.seat === seat);
  const known = guests[at];
  if (known) guests[at] = { ...known, allergies: [...(known.allergies ?? []), ...allergies] };
  else guests.push({ seat, allergies });
  party.ticket = { ...party.ticket, guests };
  party.note('allergy');
}

/** When some of the mains are on the fire. */
const cooking = (party: PartyDraft) => ({ on: 'course.fired', ticket: party.ticket.id, course: 2 }) as const;

function graveAndLate(party: PartyDraft): void {
  tell(party, 2, {
    allergen: 'sesame',
    severity: 'anaphylaxis',
    crossContact: true,
    words: 'EpiPen in her bag',
  });
  tell(party, 1, { allergen: 'vegan', severity: 'diet', words: 'vegan if possible' });
  const allergy = { allergen: 'egg', severity: 'allergy', words: 'just remembered: eggs' };
  party.put(cooking(party), 4 * MINUTE_MS, { allergy: { seat: 1, allergy } }, 'late_allergy');
}

function mildAndUnsaid(party: PartyDraft): void {
  tell(party, 1, { allergen: 'milk', severity: 'allergy' });
  tell(party, 2, {
    allergen: 'gluten',
    severity: 'intolerance',
    words: 'coeliac? she says a little is fine',
  });
  const unsaid = { seat: 1, allergen: 'milk' };
  party.put({ on: 'opened' }, 6 * MINUTE_MS, { unsaid }, 'unsaid_allergy');
}

/** Said late, of nobody; a little later the server knows whose it is. */
function unknownAndUnseated(party: PartyDraft): void {
  const allergy = { allergen: 'fish', words: 'somebody cannot have fish' };
  party.put(cooking(party), 3 * MINUTE_MS, { allergy: { seat: null, allergy } }, 'late_allergy');
  party.step(
    cooking(party),
    8 * MINUTE_MS,
    {
      do: 'put',
      ticket: party.ticket.id,
      patch: { unsaid: { seat: null, allergen: 'fish' }, allergy: { seat: 2, allergy } },
    },
    'seat_named',
  );
  party.note('allergy');
}

const OTHERS: readonly DemoAllergy[] = [
  { allergen: 'crustacean', severity: 'anaphylaxis', words: 'no shellfish at all' },
  { allergen: 'tree_nut', severity: 'allergy', crossContact: true },
  { allergen: 'mustard', severity: 'intolerance' },
  { allergen: 'kiwi', words: 'kiwi' },
  { allergen: 'vegetarian', severity: 'diet' },
];

function plain(party: PartyDraft): void {
  tell(party, party.random.whole(1, party.covers), party.random.pick(OTHERS));
}

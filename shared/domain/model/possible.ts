import { allergensMatch } from './allergen.ts';
import { allergyCovers } from './covers.ts';
import type { Item } from './food.ts';
import { type Reading, readAllergens } from './lexicon.ts';
import type { Modifier } from './modifier.ts';
import { isLive, isRun, itemOf } from './progress.ts';
import type { PossibleAllergy, Ticket } from './ticket.ts';

/** What of a ticket's free text may be an allergy that nobody has put: the POS's own words for a dish and its modifiers are none. */
export interface Suspicion extends Reading {
  readonly item: Item | null;
}

export function suspicions(ticket: Ticket): Suspicion[] {
  const ofDishes = ticket.items
    .filter((item) => item.batches.some((batch) => isLive(batch) && !isRun(batch)))
    .flatMap((item) => freeTexts(item).map((text) => ({ item, text })));
  return [{ item: null, text: ticket.head.notes ?? '' }, ...ofDishes].flatMap(({ item, text }) => {
    const reading = readAllergens(text);
    return reading === null ? [] : [{ item, ...reading }];
  });
}

function freeTexts({ face }: Item): string[] {
  return [...(face.notes === null ? [] : [face.notes]), ...face.modifiers.flatMap(unlistedNames)];
}

/** Of a modifier that is on no menu, nobody knows more than its name. */
function unlistedNames({ id, name, modifiers }: Modifier): string[] {
  return [...(id === null ? [name] : []), ...modifiers.flatMap(unlistedNames)];
}

/** It is on the ticket as what it is, for every dish that the words are about. */
export function isKnown(ticket: Ticket, item: Item | null, allergen: string): boolean {
  return ticket.allergies.some(
    (allergy) =>
      allergensMatch(allergy.allergen, allergen) &&
      (item === null ? allergy.seat === null : allergyCovers(allergy, item)),
  );
}

/** Nobody has answered, and nobody has put what was asked. */
export function isOpen(ticket: Ticket, { item: id, allergens, answer }: PossibleAllergy): boolean {
  if (answer !== null) return false;
  const item = id === null ? null : (itemOf(ticket, id) ?? null);
  return !allergens.every((allergen) => isKnown(ticket, item, allergen));
}

/** The questions about this dish, the table's own among them. */
export function openFor(ticket: Ticket, item: Item): PossibleAllergy[] {
  return ticket.possible.filter((one) => (one.item === null || one.item === item.id) && isOpen(ticket, one));
}

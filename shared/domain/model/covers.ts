import type { AllergyKey, StationId } from '../../lib/ids.ts';
import { allergensMatch, asksOnce, blocksFood, normaliseAllergen } from './allergen.ts';
import type { Batch, Item } from './food.ts';
import type { Modifier } from './modifier.ts';
import { isFired, isLive, isRun, partAt } from './progress.ts';
import type { Ticket, TicketAllergy } from './ticket.ts';

/** Which food an allergy is about, and what is still owed for it. Where nobody said, the answer is the careful one. */

export function allergyKey(seat: number | null, allergen: string): AllergyKey {
  return `${seat ?? '?'}:${allergen}` as AllergyKey;
}

/** An unknown seat counts for every dish; a dish without a seat, for the table or shared counts for every seat that may eat it. */
export function allergyCovers(allergy: TicketAllergy, item: Item): boolean {
  if (allergy.seat === null) return true;
  if (item.face.seats && item.face.seats.length > 0) return item.face.seats.includes(allergy.seat);
  const seat = item.face.seat;
  return seat === null || seat === 0 || seat === allergy.seat;
}

/** The allergies of a dish that stop it: heard at each station, and its plate looked at again at the pass. */
export function graveFor(ticket: Ticket, item: Item): TicketAllergy[] {
  return ticket.allergies.filter((allergy) => blocksFood(allergy.severity) && allergyCovers(allergy, item));
}

export interface Owed {
  readonly allergy: TicketAllergy;
  readonly item: Item;
  readonly batch: Batch;
}

/** Food of this station on which a blocking allergy has not been heard. */
export function owedHearing(ticket: Ticket, station: StationId): Owed[] {
  return unheard(ticket, station, (allergy) => blocksFood(allergy.severity));
}

/** Intolerances this station has not been asked about yet, with the food they are about. */
export function owedAsking(ticket: Ticket, station: StationId): Owed[] {
  return unheard(
    ticket,
    station,
    (allergy) => asksOnce(allergy.severity) && !allergy.askedOnce.includes(station),
  );
}

function unheard(ticket: Ticket, station: StationId, concerns: (allergy: TicketAllergy) => boolean): Owed[] {
  const owed: Owed[] = [];
  for (const allergy of ticket.allergies) {
    if (!concerns(allergy)) continue;
    for (const item of ticket.items) {
      if (!allergyCovers(allergy, item)) continue;
      for (const batch of item.batches) {
        if (isOnTheTable(batch) && isUnheardAt(batch, station, allergy.key))
          owed.push({ allergy, item, batch });
      }
    }
  }
  return owed;
}

function isOnTheTable(batch: Batch): boolean {
  return isLive(batch) && isFired(batch) && !isRun(batch);
}

function isUnheardAt(batch: Batch, station: StationId, key: AllergyKey): boolean {
  const part = partAt(batch, station);
  return part !== undefined && part.heard[key] === undefined;
}

/** Is any blocking allergy of this dish not heard at this station? */
export function isUnheard(ticket: Ticket, item: Item, batch: Batch, station: StationId): boolean {
  return ticket.allergies.some(
    (allergy) =>
      blocksFood(allergy.severity) &&
      allergyCovers(allergy, item) &&
      isUnheardAt(batch, station, allergy.key),
  );
}

/** A recipe conflict nobody has answered, with an allergy grave enough to stop the dish. */
export function hasOpenConflict(ticket: Ticket, item: Item): boolean {
  return item.conflicts.some(
    (conflict) =>
      conflict.answer === null &&
      ticket.allergies.some(
        (allergy) =>
          allergy.key === conflict.allergy && blocksFood(allergy.severity) && allergyCovers(allergy, item),
      ),
  );
}

/** What a dish's recipe says against an allergen. There is no "safe". */
export type Recipe =
  | { readonly kind: 'conflict'; readonly what: string; readonly allergen: string }
  | { readonly kind: 'not_listed' }
  | { readonly kind: 'none_listed' };

/** A NO or SUB never clears a conflict: what lists the allergen counts, whatever its verb. */
export function recipeAgainst(item: Item, allergen: string): Recipe {
  let isListed = item.face.allergens !== null;
  const own = matching(item.face.allergens, allergen);
  if (own) return { kind: 'conflict', what: item.face.name, allergen: own };
  for (const modifier of everyModifier(item.face.modifiers)) {
    const hit = matching(modifier.allergens, allergen);
    if (hit) return { kind: 'conflict', what: modifier.name, allergen: hit };
    isListed &&= modifier.allergens !== null;
  }
  return { kind: isListed ? 'none_listed' : 'not_listed' };
}

function matching(listed: readonly string[] | null, allergen: string): string | undefined {
  return listed?.find((code) => allergensMatch(normaliseAllergen(code), allergen));
}

function* everyModifier(modifiers: readonly Modifier[]): IterableIterator<Modifier> {
  for (const modifier of modifiers) {
    yield modifier;
    yield* everyModifier(modifier.modifiers);
  }
}

import { gravityOf, normaliseAllergen } from '../../domain/model/allergen.ts';
import type { SaidAllergy } from '../../domain/model/ticket.ts';
import type { OutsideAllergy } from './allergy.ts';
import type { OutsideItem } from './item.ts';
import type { OutsideTicket } from './ticket.ts';

/**
 * One list of allergies by seat from the three places a ticket may carry them. The same allergen of the same seat said twice is one, as
 * grave as the graver of the two and with both wordings: nothing said about an allergy is lost.
 */
export function normaliseAllergies(ticket: OutsideTicket): SaidAllergy[] {
  const said = [
    ...(ticket.allergies ?? []).map((allergy) => seatedAllergy(allergy, null)),
    ...(ticket.guests ?? []).flatMap((guest) =>
      (guest.allergies ?? []).map((allergy) => seatedAllergy(allergy, guest.seat > 0 ? guest.seat : null)),
    ),
    ...ticket.items.flatMap((item) =>
      (item.allergies ?? []).map((allergy) => seatedAllergy(allergy, seatOfItem(item))),
    ),
  ];
  return mergedAllergies(said);
}

/** Each once, as grave as it was said anywhere and with every wording. */
export function mergedAllergies(said: readonly SaidAllergy[]): SaidAllergy[] {
  const merged = new Map<string, SaidAllergy>();
  for (const allergy of said) {
    const key = `${allergy.seat ?? '?'}:${allergy.allergen}`;
    const known = merged.get(key);
    merged.set(key, known ? both(known, allergy) : allergy);
  }
  return [...merged.values()];
}

export function seatedAllergy(allergy: OutsideAllergy, seat: number | null): SaidAllergy {
  return {
    allergen: normaliseAllergen(allergy.allergen),
    severity: allergy.severity?.trim() || 'unknown',
    crossContact: allergy.crossContact ?? false,
    words: allergy.words || null,
    seat,
  };
}

/** A dish of one guest tells whose allergy it is; a shared or table dish does not. */
function seatOfItem(item: OutsideItem): number | null {
  if (item.seats !== undefined && item.seats.length > 0) {
    const [only] = item.seats;
    return item.seats.length === 1 && only !== undefined && only > 0 ? only : null;
  }
  return item.seat !== undefined && item.seat > 0 ? item.seat : null;
}

function both(a: SaidAllergy, b: SaidAllergy): SaidAllergy {
  const wordings = [...new Set([a.words, b.words].filter((wording) => wording !== null))];
  return {
    ...a,
    severity: gravityOf(b.severity) > gravityOf(a.severity) ? b.severity : a.severity,
    crossContact: a.crossContact || b.crossContact,
    words: wordings.length > 0 ? wordings.join(' / ') : null,
  };
}

/** A recipe's list: codes where they are known, each once. */
export function normaliseAllergenList(list: readonly string[]): string[] {
  return [...new Set(list.map(normaliseAllergen))];
}

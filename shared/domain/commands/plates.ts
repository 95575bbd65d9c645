import { graveFor } from '../model/covers.ts';
import type { CheckedPlate } from '../model/food.ts';
import { itemOf } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import { type Draft, refuse } from './draft.ts';
import { refuseIfPossible } from './possible.ts';

/**
 * Nothing for a guest with an allergy leaves the pass unlooked at: each of its plates is named in the run, with every allergy it was held
 * against. Each run asks anew, and what was added or made graver after the press has not been looked for.
 */
export function checkPlates(
  draft: Draft,
  ticket: Ticket,
  portions: readonly { readonly item: string; readonly batch: number }[],
  { plates = [], seen }: Pick<CommandOf<'course.run'>, 'plates' | 'seen'>,
): void {
  const owed = portions.flatMap(({ item: id, batch }): CheckedPlate[] => {
    const item = itemOf(ticket, id);
    if (item) refuseIfPossible(ticket, item);
    const grave = item ? graveFor(ticket, item) : [];
    if (!item || grave.length === 0) return [];
    const read = plates.find((plate) => plate.item === id && plate.batch === batch)?.allergies ?? [];
    if (!grave.every(({ key, addedSeq }) => read.includes(key) && addedSeq <= seen))
      refuse('plates_unchecked', `${item.face.name}: the plates of an allergy were not checked at the pass.`);
    return [{ item: item.id, batch, allergies: grave.map(({ key }) => key) }];
  });
  if (owed.length > 0) draft.emit({ type: 'allergy.plates_checked', ticket: ticket.id, plates: owed });
}

import { z } from 'zod';
import { AllergenList, OutsideAllergy } from './allergy.ts';
import { Count, Note, OutsideId, Quantity, saidWords, words } from './fields.ts';
import { LIMITS } from './limits.ts';

export interface OutsideModifier {
  id?: string | undefined;
  name: string;
  kind?: string | undefined;
  quantity?: number | undefined;
  allergens?: string[] | undefined;
  removes?: string[] | undefined;
  modifiers?: OutsideModifier[] | undefined;
}

const modifierFields = {
  id: OutsideId.optional(),
  name: saidWords(),
  kind: words().optional(),
  quantity: Quantity.optional(),
  allergens: AllergenList.optional(),
  removes: AllergenList.optional(),
};

/**
 * Modifiers nest to a stated level and no further. The levels are written out rather than recursive, so that a message nested 100,000
 * deep is refused at the fifth instead of filling the stack.
 */
function modifierAtLevel(level: number): z.ZodType<OutsideModifier> {
  const inner: z.ZodType<OutsideModifier[]> =
    level < LIMITS.modifierLevels
      ? z.array(modifierAtLevel(level + 1))
      : z.array(z.never(`modifiers nest at most ${LIMITS.modifierLevels} levels`));
  return z.object({ ...modifierFields, modifiers: inner.optional() });
}

export const OutsideModifier = modifierAtLevel(1);

export const OutsideItem = z.object({
  id: OutsideId,
  menuItemId: OutsideId.optional(),
  name: saidWords(),
  names: z.record(z.string(), words()).optional(),
  quantity: Quantity,
  seat: Count.optional(),
  seats: z.array(Count).optional(),
  course: Count.optional(),
  fire: words().optional(),
  with: OutsideId.optional(),
  station: words().optional(),
  stations: z.array(words()).optional(),
  prepSeconds: z.number().min(0).max(LIMITS.count).optional(),
  modifiers: z.array(OutsideModifier).optional(),
  notes: Note.optional(),
  allergens: AllergenList.optional(),
  allergies: z.array(OutsideAllergy).optional(),
  movedFrom: z.object({ id: OutsideId, item: OutsideId.optional() }).optional(),
  refireOf: OutsideId.optional(),
  onTheFly: z.boolean().optional(),
  state: words().optional(),
  voidReason: Note.optional(),
  comped: z.boolean().optional(),
});
export type OutsideItem = z.infer<typeof OutsideItem>;

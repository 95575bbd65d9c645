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
  kind: words()
    .meta({ examples: ['add', 'no', 'sub', 'side', 'extra', 'light', 'option'] })
    .optional(),
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
  seat: Count.describe('1 up; 0: for the table; absent: not known.').optional(),
  seats: z.array(Count).describe('Shared by these seats.').optional(),
  course: Count.describe('0 or absent fires at once.').optional(),
  fire: words()
    .meta({ examples: ['course', 'as_ready', 'on_call'] })
    .optional(),
  with: OutsideId.optional(),
  station: words().optional(),
  stations: z.array(words()).optional(),
  prepSeconds: z.number().min(0).max(LIMITS.count).optional(),
  modifiers: z.array(OutsideModifier).optional(),
  notes: Note.optional(),
  allergens: AllergenList.describe('Of the recipe. Absent: not known; []: none listed.').optional(),
  allergies: z.array(OutsideAllergy).optional(),
  movedFrom: z
    .object({ id: OutsideId, item: OutsideId.optional() })
    .describe('The ticket, and the item there, that it comes from: it keeps its state and is never new food.')
    .optional(),
  refireOf: OutsideId.optional(),
  onTheFly: z.boolean().optional(),
  state: words()
    .meta({ examples: ['active', 'void'] })
    .optional(),
  voidReason: Note.optional(),
  comped: z.boolean().optional(),
});
export type OutsideItem = z.infer<typeof OutsideItem>;

import { z } from 'zod';
import { Note, saidWords, words } from './fields.ts';

/** A code or any other word; `severity` is open, and absent means unknown. */
export const OutsideAllergy = z.object({
  allergen: saidWords().meta({
    description: 'A code (gluten, milk, tree_nut ...) or any other word.',
    examples: ['sesame'],
  }),
  severity: words()
    .meta({
      description: 'Absent: unknown.',
      examples: ['unknown', 'diet', 'intolerance', 'allergy', 'anaphylaxis'],
    })
    .optional(),
  crossContact: z.boolean().optional(),
  /** The guest's own words. */
  words: Note.optional(),
});
export type OutsideAllergy = z.infer<typeof OutsideAllergy>;

/** Allergens of a recipe: absent = not known, [] = none listed. */
export const AllergenList = z.array(saidWords());

import { z } from 'zod';

/** An allergy as the feed tells it. */
export const feedSeat = z.int().nullable().describe('null: nobody has said whose it is.');
export const feedAllergy = z.strictObject({
  allergen: z.string(),
  severity: z.string(),
  crossContact: z.boolean(),
  words: z.string().nullable(),
  seat: feedSeat,
});

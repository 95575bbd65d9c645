import { z } from 'zod';
import { Instant } from './food.ts';

/** An allergy that a guest has brought before: offered with every later booking, and never put away by itself. */
export const StandingAllergy = z.object({
  allergen: z.string(),
  severity: z.string(),
  crossContact: z.boolean(),
  words: z.string().nullable(),
  /** When it was last said, or made graver. */
  saidAt: Instant,
});
export type StandingAllergy = z.infer<typeof StandingAllergy>;

/** What a host reads with the booking of somebody who has been here. Made at the hub for host screens; nowhere stored. */
export const Regular = z.object({
  /** Whose profile it is. */
  guest: z.string(),
  /** Visits before this booking, and the last of them; null: there was none. */
  visits: z.number().int().nonnegative(),
  lastAt: Instant.nullable(),
  noShows: z.number().int().nonnegative(),
  allergies: z.array(StandingAllergy),
});
export type Regular = z.infer<typeof Regular>;

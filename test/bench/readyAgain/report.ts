import { z } from 'zod';

/** What lies in a folder that was made. */
export const Lying = z.object({
  events: z.number(),
  /** Log number of the newest snapshot; 0: none. */
  snapshot: z.number(),
  open: z.number(),
  /** Open ones and those whose recall window still runs. */
  inMemory: z.number(),
});
export type Lying = z.infer<typeof Lying>;

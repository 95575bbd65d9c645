import { z } from 'zod';

/** A change to a dish as the cook reads it: a verb (`kind`), words, and its own changes beneath. Unknown kinds are kept and shown. */
export type Modifier = {
  id: string | null;
  name: string;
  kind: string | null;
  quantity: number;
  /** null: its recipe is not listed. */
  allergens: string[] | null;
  removes: string[];
  modifiers: Modifier[];
};

export const Modifier: z.ZodType<Modifier> = z.object({
  id: z.string().nullable(),
  name: z.string(),
  kind: z.string().nullable(),
  quantity: z.number(),
  allergens: z.array(z.string()).nullable(),
  removes: z.array(z.string()),
  get modifiers() {
    return z.array(Modifier);
  },
});

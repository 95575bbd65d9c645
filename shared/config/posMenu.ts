import { z } from 'zod';

/** A dish as a POS's menu has it. Absent fields say nothing: `allergens: null` is a list nobody has written, not an empty one. */
export const PosMenuItem = z.object({
  id: z.string(),
  name: z.string(),
  /** What cooks call it, where that differs. */
  kitchenName: z.string().nullable(),
  names: z.record(z.string(), z.string()).nullable(),
  stations: z.array(z.string()).nullable(),
  course: z.number().nullable(),
  prepSeconds: z.number().nullable(),
  allergens: z.array(z.string()).nullable(),
  /** What one portion adds to all-day beside itself: a double burger counts two patties. */
  counts: z.array(z.object({ name: z.string(), quantity: z.number() })),
  category: z.string().nullable(),
  /** The build card a long press opens. */
  card: z.object({ text: z.string().nullable(), image: z.string().nullable() }).nullable(),
});
export type PosMenuItem = z.infer<typeof PosMenuItem>;

export const PosMenuModifier = z.object({
  id: z.string(),
  name: z.string(),
  kitchenName: z.string().nullable(),
  names: z.record(z.string(), z.string()).nullable(),
  kind: z.string().nullable(),
  /** Added to the dish's own; may be negative. */
  prepSeconds: z.number().nullable(),
  allergens: z.array(z.string()).nullable(),
  removes: z.array(z.string()).nullable(),
  /** Counted in all-day by its own name. */
  isInAllDay: z.boolean(),
});
export type PosMenuModifier = z.infer<typeof PosMenuModifier>;

/** One source's whole menu. `digest` tells a repeated put from another under the same revision. */
export const PosMenu = z.object({
  revision: z.number(),
  digest: z.string(),
  items: z.array(PosMenuItem),
  modifiers: z.array(PosMenuModifier),
});
export type PosMenu = z.infer<typeof PosMenu>;

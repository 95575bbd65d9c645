import { z } from 'zod';
import { Instant } from './food.ts';

/** A dish across tickets: the POS's id of it, or its name where the POS gives none. */
export const DishRef = z.object({
  source: z.string().min(1),
  menuItemId: z.string().nullable(),
  name: z.string().min(1),
});
export type DishRef = z.infer<typeof DishRef>;

/**
 * Whether a dish can be had. It is on only when POS and kitchen both say so and portions are left. A dish that is on and not counted has no
 * record.
 */
export const DishStanding = z.object({
  dish: DishRef,
  /** The kitchen's 86. */
  kitchen: z.object({ at: Instant, by: z.string(), untilRestored: z.boolean() }).nullable(),
  /** The POS says it is not for sale; until it says otherwise. */
  pos: z.object({ at: Instant }).nullable(),
  /** Portions left, 0 is 86; null: nobody counts. `outAt`: when it came to 0. */
  count: z
    .object({
      remaining: z.number().nonnegative(),
      saidBy: z.enum(['pos', 'kitchen']),
      untilRestored: z.boolean(),
      outAt: Instant.nullable(),
    })
    .nullable(),
});
export type DishStanding = z.infer<typeof DishStanding>;

/** The base of the next comparison of a source's availability. */
export const SaidAvailability = z.object({ revision: z.number().nullable(), digest: z.string() });
export type SaidAvailability = z.infer<typeof SaidAvailability>;

/** NUL cannot stand in an id that came through the edge; without an id, equal names are the same dish. */
export function dishKey({ source, menuItemId, name }: DishRef): string {
  return menuItemId === null ? `${source}\0\0${name.trim().toLowerCase()}` : `${source}\0${menuItemId}`;
}

export function dishOf(source: string, face: { menuItemId: string | null; name: string }): DishRef {
  return { source, menuItemId: face.menuItemId, name: face.name };
}

export function isOff(standing: DishStanding | undefined): boolean {
  if (standing === undefined) return false;
  return standing.kitchen !== null || standing.pos !== null || standing.count?.remaining === 0;
}

/** Since when it has been off, whoever said so first; null: it is on. */
export function offSince(standing: DishStanding | undefined): number | null {
  if (standing === undefined || !isOff(standing)) return null;
  const times = [standing.kitchen?.at, standing.pos?.at, standing.count?.outAt];
  return Math.min(...times.flatMap((at) => at ?? []));
}

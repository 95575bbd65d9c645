import { z } from 'zod';
import type { PosMenu, PosMenuItem, PosMenuModifier } from '../../config/posMenu.ts';
import { AllergenList } from './allergy.ts';
import { Count, Note, OutsideId, Quantity, saidWords, words } from './fields.ts';
import { LIMITS } from './limits.ts';
import { normaliseAllergenList } from './normaliseAllergies.ts';

const names = z.record(z.string(), words()).optional();
const seconds = z.number().min(-LIMITS.count).max(LIMITS.count);

export const OutsideMenuItem = z.object({
  id: OutsideId,
  name: saidWords(),
  kitchenName: words().optional(),
  names,
  stations: z.array(words()).optional(),
  course: Count.optional(),
  prepSeconds: seconds.min(0).optional(),
  allergens: AllergenList.optional(),
  counts: z
    .array(z.object({ name: saidWords(), quantity: Quantity }))
    .max(LIMITS.items)
    .optional(),
  category: words().optional(),
  card: z.object({ text: Note.optional(), image: z.string().optional() }).optional(),
});
type OutsideMenuItem = z.infer<typeof OutsideMenuItem>;

export const OutsideMenuModifier = z.object({
  id: OutsideId,
  name: saidWords(),
  kitchenName: words().optional(),
  names,
  kind: words().optional(),
  /** May be negative: a steak rare is quicker. */
  prepSeconds: seconds.optional(),
  allergens: AllergenList.optional(),
  removes: AllergenList.optional(),
  allDay: z.boolean().optional(),
});
type OutsideMenuModifier = z.infer<typeof OutsideMenuModifier>;

/** Every id once: a menu that says two things of one dish says nothing. */
function onceEach(list: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'stands twice in this menu' });
    seen.add(id);
  }
}

export const OutsideMenu = z.object({
  source: OutsideId,
  revision: z.int(),
  items: z.array(OutsideMenuItem).max(LIMITS.menuEntries).superRefine(onceEach),
  modifiers: z.array(OutsideMenuModifier).max(LIMITS.menuEntries).superRefine(onceEach).optional(),
  key: OutsideId.optional(),
});
export type OutsideMenu = z.infer<typeof OutsideMenu>;

export function normaliseMenu(menu: OutsideMenu, digest: (form: unknown) => string): PosMenu {
  const items = menu.items.map(normaliseMenuItem);
  const modifiers = (menu.modifiers ?? []).map(normaliseMenuModifier);
  return { revision: menu.revision, digest: digest({ items, modifiers }), items, modifiers };
}

function normaliseMenuItem(item: OutsideMenuItem): PosMenuItem {
  const card = { text: item.card?.text || null, image: item.card?.image || null };
  return {
    id: item.id,
    name: item.name,
    kitchenName: item.kitchenName || null,
    names: namesOf(item.names),
    stations: item.stations && item.stations.length > 0 ? [...new Set(item.stations)] : null,
    course: item.course ?? null,
    prepSeconds: item.prepSeconds ?? null,
    allergens: item.allergens ? normaliseAllergenList(item.allergens) : null,
    counts: item.counts ?? [],
    category: item.category || null,
    card: card.text === null && card.image === null ? null : card,
  };
}

function normaliseMenuModifier(modifier: OutsideMenuModifier): PosMenuModifier {
  return {
    id: modifier.id,
    name: modifier.name,
    kitchenName: modifier.kitchenName || null,
    names: namesOf(modifier.names),
    kind: modifier.kind || null,
    prepSeconds: modifier.prepSeconds ?? null,
    allergens: modifier.allergens ? normaliseAllergenList(modifier.allergens) : null,
    removes: modifier.removes ? normaliseAllergenList(modifier.removes) : null,
    isInAllDay: modifier.allDay ?? false,
  };
}

function namesOf(said: Record<string, string> | undefined): Record<string, string> | null {
  const known = Object.entries(said ?? {}).filter(([, name]) => name.trim() !== '');
  return known.length > 0 ? Object.fromEntries(known) : null;
}

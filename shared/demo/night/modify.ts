import type { OutsideModifier } from '../../protocol/outside/item.ts';
import type { Random } from '../random.ts';
import type { Dish } from '../restaurant/dish.ts';
import { modifierOf } from '../restaurant/modifiers.ts';

const WISH = 0.35;
const INNER = 0.4;

/** What a guest asks of a dish: one of each of its choices, now and then a wish, and changes to the changes. */
export function modifiersFor(dish: Dish, random: Random): OutsideModifier[] {
  const chosen: string[] = [];
  for (const group of dish.choices ?? []) {
    chosen.push(random.pick(group.filter((id) => !chosen.includes(id))));
  }
  for (const id of dish.wishes ?? []) if (random.chance(WISH / (dish.wishes?.length ?? 1))) chosen.push(id);
  return chosen.map((id) => modifier(id, random, INNER));
}

/** With every change beneath it: bun, toasted, no butter. */
export function modifiersDeep(ids: readonly string[], random: Random): OutsideModifier[] {
  return ids.map((id) => modifier(id, random, 1));
}

export function modifier(id: string, random: Random, innerChance: number): OutsideModifier {
  const { en, kind, allergens, removes, inner = [] } = modifierOf(id);
  const beneath = inner.filter(() => random.chance(innerChance));
  return {
    id,
    name: en,
    kind,
    ...(allergens === null ? {} : { allergens: [...allergens] }),
    ...(removes ? { removes: [...removes] } : {}),
    ...(beneath.length > 0 ? { modifiers: beneath.map((one) => modifier(one, random, innerChance)) } : {}),
  };
}

export function depthOf(modifiers: readonly OutsideModifier[] | undefined): number {
  return 1 + Math.max(-1, ...(modifiers ?? []).map((one) => depthOf(one.modifiers)));
}

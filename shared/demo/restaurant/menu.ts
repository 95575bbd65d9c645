import type { Dish } from './dish.ts';
import { MAINS } from './mains.ts';
import { MODIFIERS } from './modifiers.ts';
import { DESSERTS, DRINKS, PIZZAS, SIDES } from './otherDishes.ts';
import { STARTERS } from './starters.ts';

export const DISHES: readonly Dish[] = [...STARTERS, ...MAINS, ...PIZZAS, ...SIDES, ...DESSERTS, ...DRINKS];

const byId = new Map(DISHES.map((dish) => [dish.id, dish]));

export function dishOf(id: string): Dish {
  const found = byId.get(id);
  if (!found) throw new Error(`the demo has no dish ${id}`);
  return found;
}

/** What the soup is today: the second revision of the menu writes it down in mid-service. */
const SOUP_ALLERGENS = ['celery', 'milk'];

/** The argument of `menu.put`. The first revision does not know what is in the soup. */
export function menuPut(source: string, revision: number) {
  return {
    source,
    revision,
    items: DISHES.map((dish) => ({
      id: dish.id,
      name: dish.en,
      names: { en: dish.en, es: dish.es },
      stations: [...dish.stations],
      course: dish.course,
      prepSeconds: dish.prepMinutes * 60,
      category: dish.category,
      ...allergensOf(dish, revision),
      ...(dish.counts ? { counts: dish.counts.map((count) => ({ ...count })) } : {}),
      ...(dish.card ? { card: { text: dish.card } } : {}),
    })),
    modifiers: MODIFIERS.map((modifier) => ({
      id: modifier.id,
      name: modifier.en,
      names: { en: modifier.en, es: modifier.es },
      kind: modifier.kind,
      ...(modifier.prepSeconds === undefined ? {} : { prepSeconds: modifier.prepSeconds }),
      ...(modifier.allergens === null ? {} : { allergens: [...modifier.allergens] }),
      ...(modifier.removes ? { removes: [...modifier.removes] } : {}),
      ...(modifier.isInAllDay ? { allDay: true } : {}),
    })),
  };
}

function allergensOf(dish: Dish, revision: number): { allergens?: string[] } {
  if (dish.allergens !== null) return { allergens: [...dish.allergens] };
  return revision > 1 ? { allergens: SOUP_ALLERGENS } : {};
}

import type { HouseConfig, RouteConfig } from './houseConfig.ts';

/** A dish as routing sees it: what a POS's menu says of it, with what the house says instead. */
export interface Dish {
  /** The POS whose menu has it; null: the house's own list alone. */
  readonly source: string | null;
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly course: number | null;
  readonly posStations: readonly string[];
}

/** Why a dish goes where it goes. `rule` counts from 0. */
export type RouteReason =
  | { readonly kind: 'house' }
  | { readonly kind: 'pos' }
  | { readonly kind: 'rule'; readonly rule: number }
  | { readonly kind: 'nobody' };

export interface DishRoute {
  readonly dish: Dish;
  readonly stations: readonly string[];
  readonly why: RouteReason;
}

const FIRST_COURSE = 1;

/** Every dish anybody has told the house of, by name. */
export function knownDishes(config: HouseConfig): Dish[] {
  const dishes = new Map<string, Dish>();
  for (const { id, category = null } of config.menu) {
    dishes.set(id, { source: null, id, name: id, category, course: null, posStations: [] });
  }
  for (const [source, menu] of Object.entries(config.posMenus)) {
    for (const item of menu.items) {
      dishes.set(item.id, {
        source,
        id: item.id,
        name: item.kitchenName ?? item.name,
        category: dishes.get(item.id)?.category ?? item.category,
        course: item.course,
        posStations: item.stations ?? [],
      });
    }
  }
  return [...dishes.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Where a dish goes when it is ordered on this channel; the ticket itself may still name other stations. */
export function routeDish(config: HouseConfig, dish: Dish, channel: string): DishRoute {
  const own = config.menu.find(({ id }) => id === dish.id)?.stations ?? [];
  if (own.length > 0) return { dish, stations: own, why: { kind: 'house' } };
  if (dish.posStations.length > 0) return { dish, stations: dish.posStations, why: { kind: 'pos' } };
  const rule = config.routes.findIndex((route) => matches(route, dish, channel));
  const stations = config.routes[rule]?.stations ?? [];
  return { dish, stations, why: rule === -1 ? { kind: 'nobody' } : { kind: 'rule', rule } };
}

/** All dishes, on the channel that most food comes by. */
export function dishRoutes(config: HouseConfig, channel = 'dine_in'): DishRoute[] {
  return knownDishes(config).map((dish) => routeDish(config, dish, channel));
}

function matches(route: RouteConfig, dish: Dish, channel: string): boolean {
  return (
    names(route.menuItems, dish.id) &&
    names(route.categories, dish.category) &&
    names(route.courses, dish.course ?? FIRST_COURSE) &&
    names(route.channels, channel)
  );
}

/** A list that is absent asks for nothing. */
function names<T>(list: readonly T[] | undefined, value: T | null): boolean {
  return list === undefined || (value !== null && list.includes(value));
}

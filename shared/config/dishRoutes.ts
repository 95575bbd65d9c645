import type { StationId } from '../lib/ids.ts';
import type { HouseConfig, RouteConfig } from './houseConfig.ts';
import { dishOnMenu } from './menuLookup.ts';
import { type WorkPlace, workPlacesOf } from './workPlace.ts';

/** A dish as routing sees it. */
export interface Dish {
  /** Unique among all menus; an id is its POS's own. */
  readonly key: string;
  /** The POS whose menu has it; null: the house's own list alone. */
  readonly source: string | null;
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  /** null: no menu says; then it is course 0 unless the ticket does. */
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
  /** As named, whether open or closed, whether the house has them or not. */
  readonly stations: readonly string[];
  /** Where the work is done now: stand-ins for closed stations. */
  readonly places: readonly WorkPlace[];
  /** Stations named that this house does not have: that part is NO STATION. */
  readonly unknown: readonly string[];
  readonly why: RouteReason;
}

const AT_ONCE = 0;

/** Every dish anybody has told the house of, by name. */
export function knownDishes(config: HouseConfig): Dish[] {
  const onMenus = Object.entries(config.posMenus).flatMap(([source, { items }]) =>
    items.map(
      (item): Dish => ({
        key: `${source}/${item.id}`,
        source,
        id: item.id,
        name: item.kitchenName ?? item.name,
        category: dishOnMenu(config, source, item.id)?.category ?? null,
        course: item.course,
        posStations: item.stations ?? [],
      }),
    ),
  );
  const named = new Set(onMenus.map(({ id }) => id));
  const own = config.menu
    .filter(({ id }) => !named.has(id))
    .map(
      ({ id, category = null }): Dish => ({
        key: id,
        source: null,
        id,
        name: id,
        category,
        course: null,
        posStations: [],
      }),
    );
  return [...onMenus, ...own].sort((a, b) => a.name.localeCompare(b.name));
}

/** Where a dish goes when it is ordered on this channel; the ticket itself may still name other stations. The same order as `commands/route.ts`. */
export function routeDish(config: HouseConfig, dish: Dish, channel: string): DishRoute {
  const { stations, why } = wanted(config, dish, channel);
  const houses = new Set(config.stations.map(({ id }) => id));
  const known = stations.filter((id) => houses.has(id)) as StationId[];
  return {
    dish,
    stations,
    places: workPlacesOf(config, [...new Set(known)]),
    unknown: stations.filter((id) => !houses.has(id)),
    why,
  };
}

/** All dishes, on the channel that most food comes by. */
export function dishRoutes(config: HouseConfig, channel = 'dine_in'): DishRoute[] {
  return knownDishes(config).map((dish) => routeDish(config, dish, channel));
}

function wanted(
  config: HouseConfig,
  dish: Dish,
  channel: string,
): { stations: readonly string[]; why: RouteReason } {
  const own = config.menu.find(({ id }) => id === dish.id)?.stations;
  if (own && own.length > 0) return { stations: own, why: { kind: 'house' } };
  // An empty list of the house's own hides the POS's: nobody in particular makes it.
  if (!own && dish.posStations.length > 0) return { stations: dish.posStations, why: { kind: 'pos' } };
  const rule = config.routes.findIndex((route) => matches(route, dish, channel));
  const stations = config.routes[rule]?.stations ?? [];
  return { stations, why: rule === -1 ? { kind: 'nobody' } : { kind: 'rule', rule } };
}

function matches(route: RouteConfig, dish: Dish, channel: string): boolean {
  return (
    names(route.menuItems, dish.id) &&
    names(route.categories, dish.category) &&
    names(route.courses, dish.course ?? AT_ONCE) &&
    names(route.channels, channel)
  );
}

/** A list that is absent asks for nothing. */
function names<T>(list: readonly T[] | undefined, value: T | null): boolean {
  return list === undefined || (value !== null && list.includes(value));
}

import type { StationId } from '../lib/ids.ts';
import type { HouseConfig } from './houseConfig.ts';
import { dishOnMenu } from './menuLookup.ts';
import { type RouteReason, wantedStations } from './routing.ts';
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

export interface DishRoute {
  readonly dish: Dish;
  /** As named, whether open or closed, whether the house has them or not. */
  readonly stations: readonly string[];
  /** Assembly: each hands on to the next. */
  readonly handsOn: boolean;
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
  return [...onMenus, ...own].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Where a dish goes when it is ordered on this channel; the ticket itself may still name other stations. */
export function routeDish(config: HouseConfig, dish: Dish, channel: string): DishRoute {
  const { stations, handsOn, why } = wantedStations(
    config,
    { ...dish, course: dish.course ?? AT_ONCE },
    channel,
  );
  const houses = new Set(config.stations.map(({ id }) => id));
  const known = stations.filter((id) => houses.has(id)) as StationId[];
  return {
    dish,
    stations,
    handsOn,
    places: workPlacesOf(config, [...new Set(known)]),
    unknown: stations.filter((id) => !houses.has(id)),
    why,
  };
}

/** All dishes, on the channel that most food comes by. */
export function dishRoutes(config: HouseConfig, channel = 'dine_in'): DishRoute[] {
  return knownDishes(config).map((dish) => routeDish(config, dish, channel));
}

import type { HouseConfig, RouteConfig } from '../../config/houseConfig.ts';
import { NO_STATION, type StationId } from '../../lib/ids.ts';
import type { ItemFace } from '../model/food.ts';

/** Where a dish is made. The order: what the POS names on the item, the menu, the rules. What nobody makes is NO STATION. */
export interface Route {
  readonly stations: StationId[];
  readonly unknown: string[];
}

export function routeOf(
  config: HouseConfig,
  face: ItemFace,
  channel: string,
  named: readonly string[] | null,
): Route {
  const dish = face.menuItemId === null ? undefined : config.menu.find((item) => item.id === face.menuItemId);
  const wanted =
    nonEmpty(named) ?? nonEmpty(dish?.stations) ?? byRule(config.routes, face, channel, dish?.category) ?? [];
  const houses = new Set(config.stations.map((station) => station.id));
  const known = wanted.filter((id) => houses.has(id)) as StationId[];
  const unknown = wanted.filter((id) => !houses.has(id));
  const isOrphan = unknown.length > 0 || known.length === 0;
  return {
    stations: [...new Set(isOrphan ? [...known, NO_STATION] : known)],
    unknown: [...new Set(unknown)],
  };
}

/** Prep time of a dish with its modifiers, seconds; null when nobody knows. */
export function prepSecondsOf(config: HouseConfig, face: ItemFace): number | null {
  if (face.prepSeconds !== null) return face.prepSeconds;
  const dish = face.menuItemId === null ? undefined : config.menu.find((item) => item.id === face.menuItemId);
  return dish?.prepSeconds ?? null;
}

/** The recipe's list as the POS sends it, else as the menu has it. */
export function allergensOf(config: HouseConfig, face: ItemFace): string[] | null {
  if (face.allergens !== null) return face.allergens;
  const dish = face.menuItemId === null ? undefined : config.menu.find((item) => item.id === face.menuItemId);
  return dish?.allergens ?? null;
}

function nonEmpty(list: readonly string[] | null | undefined): readonly string[] | null {
  return list && list.length > 0 ? list : null;
}

function byRule(
  routes: readonly RouteConfig[],
  face: ItemFace,
  channel: string,
  category: string | undefined,
): readonly string[] | null {
  const rule = routes.find(
    (route) =>
      names(route.menuItems, face.menuItemId) &&
      names(route.categories, category) &&
      names(route.courses, face.course) &&
      names(route.channels, channel),
  );
  return rule?.stations ?? null;
}

/** A list that is absent asks for nothing. */
function names<T>(list: readonly T[] | undefined, value: T | null | undefined): boolean {
  if (list === undefined) return true;
  return value !== null && value !== undefined && list.includes(value);
}

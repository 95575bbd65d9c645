import type { HouseConfig, RouteConfig } from './houseConfig.ts';
import { dishOfHouse } from './menuLookup.ts';

/** A dish as the rules see it. */
export interface RoutedDish {
  readonly id: string | null;
  readonly category: string | null;
  /** 0: at once. */
  readonly course: number;
  /** As the POS's menu names them; empty: it names none. */
  readonly posStations: readonly string[];
}

/** Why a dish goes where it goes. `rule` counts from 0. */
export type RouteReason =
  | { readonly kind: 'house' }
  | { readonly kind: 'pos' }
  | { readonly kind: 'rule'; readonly rule: number }
  | { readonly kind: 'nobody' };

/** Stations wanted for a dish on a channel, whether the house has them or not: its own menu first, then the POS's, then the first rule that fits. */
export function wantedStations(
  config: HouseConfig,
  dish: RoutedDish,
  channel: string,
): {
  readonly stations: readonly string[];
  /** Each hands on to the next. */
  readonly handsOn: boolean;
  readonly why: RouteReason;
} {
  const own = dishOfHouse(config, dish.id)?.stations;
  if (own && own.length > 0) return { stations: own, handsOn: false, why: { kind: 'house' } };
  // An empty list of the house's own hides the POS's: nobody in particular makes it.
  if (!own && dish.posStations.length > 0)
    return { stations: dish.posStations, handsOn: false, why: { kind: 'pos' } };
  const rule = config.routes.findIndex((route) => matches(route, dish, channel));
  const { stations = [], handsOn = false } = config.routes[rule] ?? {};
  return { stations, handsOn, why: rule === -1 ? { kind: 'nobody' } : { kind: 'rule', rule } };
}

function matches(route: RouteConfig, dish: RoutedDish, channel: string): boolean {
  return (
    names(route.menuItems, dish.id) &&
    names(route.categories, dish.category) &&
    names(route.courses, dish.course) &&
    names(route.channels, channel)
  );
}

/** A list that is absent asks for nothing. */
function names<T>(list: readonly T[] | undefined, value: T | null): boolean {
  return list === undefined || (value !== null && list.includes(value));
}

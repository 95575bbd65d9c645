import type { HouseConfig } from '../../config/houseConfig.ts';
import { dishOnMenu, modifierOnMenu } from '../../config/menuLookup.ts';
import { wantedStations } from '../../config/routing.ts';
import { workPlacesOf } from '../../config/workPlace.ts';
import { NO_STATION, type StationId } from '../../lib/ids.ts';
import type { ItemFace } from '../model/food.ts';
import type { Modifier } from '../model/modifier.ts';

/** Where a dish is made. The order: what the POS names on the item, the menu, the rules. What nobody makes is NO STATION. */
export interface Route {
  readonly stations: StationId[];
  /** Stand-ins among them, with the closed station whose work they do. */
  readonly standsInFor: Record<StationId, StationId>;
  /** Assembly: a station, and the one that hands the dish on to it. */
  readonly handedBy: Record<StationId, StationId>;
  readonly unknown: string[];
}

/** What a dish is routed by. `source`: whose menu its id is of. */
export interface Order {
  readonly source: string;
  readonly channel: string;
}

export function routeOf(
  config: HouseConfig,
  face: ItemFace,
  { source, channel }: Order,
  named: readonly string[] | null,
): Route {
  const dish = dishOnMenu(config, source, face.menuItemId);
  const course = face.course === 0 ? (dish?.course ?? 0) : face.course;
  const onMenu = {
    id: face.menuItemId,
    category: dish?.category ?? null,
    course,
    posStations: dish?.onPosMenu?.stations ?? [],
  };
  const { stations: wanted, handsOn } =
    named && named.length > 0 ? { stations: named, handsOn: false } : wantedStations(config, onMenu, channel);
  const houses = new Set(config.stations.map((station) => station.id));
  const known = wanted.filter((id) => houses.has(id)) as StationId[];
  const unknown = wanted.filter((id) => !houses.has(id));
  const isOrphan = unknown.length > 0 || known.length === 0;
  const places = workPlacesOf(config, [...new Set(isOrphan ? [...known, NO_STATION] : known)]);
  const standIns = places.flatMap(({ station, standsInFor }) =>
    standsInFor === null ? [] : [[station, standsInFor]],
  );
  return {
    stations: places.map(({ station }) => station),
    standsInFor: Object.fromEntries(standIns),
    handedBy: handsOn ? inOrder(places.map(({ station }) => station)) : {},
    unknown: [...new Set(unknown)],
  };
}

/** Food without a station is nobody's to wait for. */
function inOrder(stations: readonly StationId[]): Record<StationId, StationId> {
  const makers = stations.filter((station) => station !== NO_STATION);
  const links = makers.flatMap((station, at) => {
    const before = makers[at - 1];
    return before === undefined ? [] : [[station, before]];
  });
  return Object.fromEntries(links);
}

/** The dish as the POS says it, with what only a menu knows: prep with its modifiers' (seconds), recipes' lists. */
export function houseFace(config: HouseConfig, source: string, face: ItemFace): ItemFace {
  const dish = dishOnMenu(config, source, face.menuItemId);
  const own = face.prepSeconds ?? dish?.prepSeconds ?? null;
  const extra = prepOfModifiers(config, source, face.modifiers);
  return {
    ...face,
    prepSeconds: own === null ? null : Math.max(0, own + extra),
    allergens: face.allergens ?? dish?.allergens ?? null,
    modifiers: face.modifiers.map((modifier) => houseModifier(config, source, modifier)),
  };
}

function prepOfModifiers(config: HouseConfig, source: string, modifiers: readonly Modifier[]): number {
  return modifiers.reduce((sum, modifier) => {
    const own = modifierOnMenu(config, source, modifier.id)?.prepSeconds ?? 0;
    return sum + own + prepOfModifiers(config, source, modifier.modifiers);
  }, 0);
}

function houseModifier(config: HouseConfig, source: string, modifier: Modifier): Modifier {
  const known = modifierOnMenu(config, source, modifier.id);
  return {
    ...modifier,
    kind: modifier.kind ?? known?.kind ?? null,
    allergens: modifier.allergens ?? known?.allergens ?? null,
    removes: modifier.removes.length > 0 ? modifier.removes : (known?.removes ?? []),
    modifiers: modifier.modifiers.map((inner) => houseModifier(config, source, inner)),
  };
}

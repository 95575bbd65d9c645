import { NO_STATION, type StationId } from '../lib/ids.ts';
import type { HouseConfig, StationConfig } from './houseConfig.ts';

/** Where the work of a station is done now. `standsInFor` is set where that is not the station itself. */
export interface WorkPlace {
  readonly station: StationId;
  readonly standsInFor: StationId | null;
}

/** An open station does its own work, a closed one's goes to its stand-in, along the line until one is open; else to the next open one. */
export function workPlaceOf(config: HouseConfig, station: StationId): WorkPlace {
  const own = config.stations.find(({ id }) => id === station);
  if (own === undefined || own.state === 'open') return { station, standsInFor: null };
  const open = standInOf(config, own) ?? nextOpen(config, own);
  if (open === undefined) return { station: NO_STATION, standsInFor: station };
  return { station: open.id as StationId, standsInFor: station };
}

function standInOf(config: HouseConfig, closed: StationConfig): StationConfig | undefined {
  const met = new Set<string>([closed.id]);
  let at: StationConfig | undefined = closed;
  while (at?.state === 'closed') {
    const next: string | null = at.standIn;
    if (next === null || met.has(next)) return undefined;
    met.add(next);
    at = config.stations.find(({ id }) => id === next);
  }
  return at;
}

function nextOpen(config: HouseConfig, closed: StationConfig): StationConfig | undefined {
  const at = config.stations.indexOf(closed);
  return [...config.stations.slice(at + 1), ...config.stations.slice(0, at)].find(
    ({ state }) => state === 'open',
  );
}

/** Work places of a dish, one a station; a stand-in that has work of its own on the dish does both as one. */
export function workPlacesOf(config: HouseConfig, stations: readonly StationId[]): WorkPlace[] {
  const places = new Map<StationId, WorkPlace>();
  for (const place of stations.map((station) => workPlaceOf(config, station))) {
    const known = places.get(place.station);
    if (known === undefined || place.standsInFor === null) places.set(place.station, place);
  }
  return [...places.values()];
}

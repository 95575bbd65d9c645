import { type HouseConfig, type RouteConfig, StationConfig } from '../../../shared/config/houseConfig.ts';
import { freshId } from './freshId.ts';

/** Words of the house that no station may have as its id. */
const TAKEN = ['expo', 'no-station'];

export function addStation(config: HouseConfig, name: string): HouseConfig {
  const station = StationConfig.parse({ id: idFor(name, config.stations), name });
  return { ...config, stations: [...config.stations, station] };
}

/** The address of its screen for good, so it is made from the first name and stays when the name changes. */
export function idFor(name: string, stations: readonly StationConfig[]): string {
  return freshId(name, new Set([...TAKEN, ...stations.map(({ id }) => id)]), 'station');
}

export function changeStation(config: HouseConfig, id: string, change: Partial<StationConfig>): HouseConfig {
  const stations = config.stations.map((station) =>
    station.id === id ? { ...station, ...change } : station,
  );
  return { ...config, stations };
}

export interface Removal {
  readonly config: HouseConfig;
  /** Rules that had no other station. */
  readonly rulesGone: number;
  /** Rules that go on without it. */
  readonly rulesKept: number;
  /** Who takes what no other rule takes, where that was the removed one's alone. */
  readonly heir: string | null;
}

/** Takes a station out of the house and out of everything that names it. */
export function removeStation(config: HouseConfig, id: string): Removal {
  const named = config.routes.filter(({ stations }) => stations.includes(id));
  const without = (list: readonly string[]) => list.filter((other) => other !== id);
  const heir = config.stations.find((station) => station.id !== id && station.state === 'open');
  const left = config.routes.map((route) => ({ ...route, stations: without(route.stations) }));
  const orphan = left.find((route) => route.stations.length === 0 && isForEverything(route));
  // The rule that catches all is not dropped: food would go nowhere because somebody tidied up.
  if (orphan && heir) orphan.stations = [heir.id];
  const routes = left.filter(({ stations }) => stations.length > 0);
  const menu = config.menu.map(({ stations, ...dish }) => {
    const left = without(stations ?? []);
    return left.length > 0 ? { ...dish, stations: left } : dish;
  });
  const stations = config.stations
    .filter((station) => station.id !== id)
    .map((station) => ({
      ...station,
      standIn: station.standIn === id ? null : station.standIn,
      neighbour: station.neighbour === id ? null : station.neighbour,
    }));
  const rulesGone = config.routes.length - routes.length;
  return {
    config: { ...config, stations, routes, menu, printers: withoutDevice(config.printers, id) },
    rulesGone,
    rulesKept: named.length - rulesGone - (orphan && heir ? 1 : 0),
    heir: orphan && heir ? heir.name : null,
  };
}

/** Its device is gone: what hung there is the hub's. */
function withoutDevice(printers: HouseConfig['printers'], id: string): HouseConfig['printers'] {
  return printers.map((printer) => (printer.station === id ? { ...printer, station: null } : printer));
}

export function isForEverything(route: RouteConfig): boolean {
  return !route.menuItems && !route.categories && !route.courses && !route.channels;
}

/** Moves the entry at `at` by one place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + by, 0, one);
  return next;
}

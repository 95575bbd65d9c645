import { floorProblems } from './checkFloor.ts';
import { printerProblems } from './checkPrinters.ts';
import type { ConfigProblem } from './configProblem.ts';
import { dishRoutes } from './dishRoutes.ts';
import { HouseConfig, type StationConfig } from './houseConfig.ts';

/** `/expo` is the pass's own screen and answers as the station of that name. */
const RESERVED_IDS: ReadonlySet<string> = new Set(['expo']);
const CLOCKS = ['quick', 'starters', 'mains', 'passClock'] as const;

/** What stands against a document that has the right shape: names that name nothing, food that would go nowhere. */
export function checkConfig(config: HouseConfig): ConfigProblem[] {
  return [
    ...stationProblems(config.stations),
    ...config.stations.flatMap((_, at) => standInProblems(config.stations, at)),
    ...namedStations(config),
    ...printerProblems(config),
    ...clockProblems(config),
    ...floorProblems(config),
    ...routingWarnings(config),
  ];
}

export type ReadConfig =
  | { readonly ok: true; readonly config: HouseConfig }
  | { readonly ok: false; readonly problems: ConfigProblem[] };

/** A document from outside (a file, a page) in the right shape, or what of its shape is wrong. */
export function readConfig(value: unknown): ReadConfig {
  const parsed = HouseConfig.safeParse(value);
  if (parsed.success) return { ok: true, config: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }): ConfigProblem => {
    const field = path.join('.');
    return { path: field, code: 'invalid', values: { field, message } };
  });
  return { ok: false, problems };
}

function stationProblems(stations: readonly StationConfig[]): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const ids = new Set<string>();
  const names = new Set<string>();
  stations.forEach(({ id, name }, at) => {
    const said = name.trim().toLocaleUpperCase('en');
    if (ids.has(id)) problems.push({ path: `stations.${at}.id`, code: 'station_id_twice', values: { id } });
    else if (names.has(said))
      problems.push({ path: `stations.${at}.name`, code: 'station_name_twice', values: { name } });
    if (RESERVED_IDS.has(id))
      problems.push({ path: `stations.${at}.id`, code: 'station_id_reserved', values: { id } });
    ids.add(id);
    names.add(said);
  });
  if (stations.every(({ state }) => state === 'closed'))
    problems.push({ path: 'stations', code: 'no_open_station', values: {} });
  return problems;
}

/** Food of a closed station must arrive: named stand-ins may be closed themselves, but the chain ends at an open one. */
function standInProblems(stations: readonly StationConfig[], at: number): ConfigProblem[] {
  const station = stations[at];
  if (!station) return [];
  const { id, name, standIn, neighbour } = station;
  const known = (other: string | null) => other === null || stations.some((one) => one.id === other);
  const problems: ConfigProblem[] = [];
  const path = `stations.${at}.standIn`;
  const unknown = (field: string, other: string | null): ConfigProblem => ({
    path: field,
    code: 'unknown_station',
    values: { id: other ?? '' },
  });
  if (!known(standIn)) problems.push(unknown(path, standIn));
  if (!known(neighbour)) problems.push(unknown(`stations.${at}.neighbour`, neighbour));
  if (neighbour === id)
    problems.push({ path: `stations.${at}.neighbour`, code: 'neighbour_self', values: { name } });
  if (standIn === id) problems.push({ path, code: 'stand_in_self', values: { name } });
  else if (station.state === 'closed' && !endsOpen(stations, station))
    problems.push({ path, code: 'stand_in_closed', values: { name } });
  return problems;
}

function endsOpen(stations: readonly StationConfig[], from: StationConfig): boolean {
  const passed = new Set<string>();
  let station: StationConfig | undefined = from;
  while (station && station.state === 'closed') {
    // Nobody named: the next open one takes it, and that there is one is asked of the house as a whole.
    if (station.standIn === null) return true;
    if (passed.has(station.id)) return false;
    passed.add(station.id);
    const next: string = station.standIn;
    station = stations.find(({ id }) => id === next);
  }
  // A stand-in that does not exist is told as that.
  return true;
}

function namedStations(config: HouseConfig): ConfigProblem[] {
  const houses = new Set(config.stations.map(({ id }) => id));
  const unknown = (path: string, named: readonly string[]) =>
    named.flatMap((id, at): ConfigProblem[] =>
      houses.has(id) ? [] : [{ path: `${path}.${at}`, code: 'unknown_station', values: { id } }],
    );
  return [
    ...config.routes.flatMap(({ stations }, at) => unknown(`routes.${at}.stations`, stations)),
    ...config.menu.flatMap(({ stations = [] }, at) => unknown(`menu.${at}.stations`, stations)),
  ];
}

function clockProblems({ thresholds }: HouseConfig): ConfigProblem[] {
  return CLOCKS.flatMap((clock): ConfigProblem[] => {
    const { soon, late } = thresholds[clock];
    return soon > 0 && soon < late
      ? []
      : [{ path: `thresholds.${clock}`, code: 'soon_before_late', values: {} }];
  });
}

function routingWarnings(config: HouseConfig): ConfigProblem[] {
  const everything = config.routes.findIndex(
    ({ menuItems, categories, courses, channels }) => !menuItems && !categories && !courses && !channels,
  );
  const unreached: ConfigProblem[] =
    everything === -1 || everything === config.routes.length - 1
      ? []
      : [
          {
            path: `routes.${everything + 1}`,
            code: 'rule_unreached',
            values: { rule: String(everything + 2), before: String(everything + 1) },
            isWarning: true,
          },
        ];
  const lost = dishRoutes(config).filter(({ why }) => why.kind === 'nobody');
  return [
    ...unreached,
    ...lost.map(
      ({ dish }): ConfigProblem => ({
        path: 'routes',
        code: 'dish_without_station',
        values: { dish: dish.name },
        isWarning: true,
      }),
    ),
  ];
}

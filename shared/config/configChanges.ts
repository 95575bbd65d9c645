import type { ConfigChange } from './configChange.ts';
import type { HouseConfig, StationConfig } from './houseConfig.ts';
import { paperChanges } from './paperChanges.ts';

const CLOCKS = ['quick', 'starters', 'mains', 'passClock'] as const;
const NUMBERS = [
  'recallWindowMinutes',
  'plannedFireMaxLateMinutes',
  'notHeardSeconds',
  'stationDownSeconds',
  'notCollectedMinutes',
  'largePartyCovers',
  'lowCount',
] as const;

/** What changed, as a person would say it. Empty when nothing did. */
export function changesBetween(before: HouseConfig, after: HouseConfig): ConfigChange[] {
  return [
    ...venueChanges(before, after),
    ...stationChanges(before.stations, after.stations),
    ...listChanges(before, after),
    ...paperChanges(before, after),
    ...thresholdChanges(before, after),
    ...menuChanges(before, after),
  ];
}

/** A language's name for itself, `français`, whether anybody here has its file or not. */
function ownName(code: string): string {
  return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function venueChanges({ venue: before }: HouseConfig, { venue: after }: HouseConfig): ConfigChange[] {
  const changes: ConfigChange[] = [];
  if (before.name !== after.name)
    changes.push({ key: 'name', values: { from: before.name, to: after.name } });
  if (before.timeZone !== after.timeZone)
    changes.push({ key: 'timeZone', values: { from: before.timeZone, to: after.timeZone } });
  if (before.dayRollHour !== after.dayRollHour)
    changes.push({ key: 'dayRoll', values: { from: before.dayRollHour, to: after.dayRollHour } });
  if (before.language !== after.language)
    changes.push({ key: 'language', values: { to: ownName(after.language) } });
  return changes;
}

function stationChanges(before: readonly StationConfig[], after: readonly StationConfig[]): ConfigChange[] {
  const old = new Map(before.map((station) => [station.id, station]));
  const kept = new Map(after.map((station) => [station.id, station]));
  const changes: ConfigChange[] = [];
  for (const { id, name } of before) {
    if (!kept.has(id)) changes.push({ key: 'stationRemoved', values: { name } });
  }
  for (const station of after) {
    const was = old.get(station.id);
    if (was) changes.push(...oneStation(was, station, kept));
    else changes.push({ key: 'stationAdded', values: { name: station.name } });
  }
  const order = (list: readonly StationConfig[], other: ReadonlyMap<string, unknown>) =>
    list.flatMap(({ id }) => (other.has(id) ? [id] : []));
  if (!isSame(order(before, kept), order(after, old))) changes.push({ key: 'stationOrder', values: {} });
  return changes;
}

function oneStation(
  was: StationConfig,
  now: StationConfig,
  stations: ReadonlyMap<string, StationConfig>,
): ConfigChange[] {
  const { name } = now;
  const nameOf = (id: string | null) => (id === null ? '–' : (stations.get(id)?.name ?? id));
  const changes: ConfigChange[] = [];
  if (was.name !== name) changes.push({ key: 'stationRenamed', values: { from: was.name, to: name } });
  if (was.steps !== now.steps) changes.push({ key: 'stationSteps', values: { name, steps: now.steps } });
  if (was.layout !== now.layout)
    changes.push({
      key: 'stationLayout',
      values: { name },
      words: { what: `setup.stations.layouts.${now.layout}` },
    });
  if (was.hasFixedSlots !== now.hasFixedSlots)
    changes.push({ key: now.hasFixedSlots ? 'stationSlotsFixed' : 'stationSlotsFree', values: { name } });
  if (was.state !== now.state)
    changes.push({ key: now.state === 'open' ? 'stationOpened' : 'stationClosed', values: { name } });
  if (was.standIn !== now.standIn)
    changes.push({ key: 'stationStandIn', values: { name, to: nameOf(now.standIn) } });
  if (was.voice !== now.voice) changes.push({ key: 'stationVoice', values: { name, to: now.voice ?? '–' } });
  if (was.neighbour !== now.neighbour)
    changes.push({ key: 'stationNeighbour', values: { name, to: nameOf(now.neighbour) } });
  return changes;
}

function listChanges(before: HouseConfig, after: HouseConfig): ConfigChange[] {
  const changes: ConfigChange[] = [];
  if (!isSame(before.routes, after.routes))
    changes.push({ key: 'routes', values: { from: before.routes.length, to: after.routes.length } });
  if (before.pass !== after.pass)
    changes.push({ key: after.pass === 'expo' ? 'passOn' : 'passOff', values: {} });
  if (!isSame(before.coursing, after.coursing)) changes.push({ key: 'coursing', values: {} });
  if (before.network.lan !== after.network.lan)
    changes.push({ key: after.network.lan ? 'lanOn' : 'lanOff', values: {} });
  const { quiet } = after.sounds;
  if (!isSame(before.sounds.quiet, quiet))
    changes.push(quiet === null ? { key: 'quietNever', values: {} } : { key: 'quiet', values: { ...quiet } });
  if (!isSame(before.hosts, after.hosts))
    changes.push({ key: 'hosts', values: { to: after.hosts.join(', ') || '–' } });
  if (!isSame(before.standbys, after.standbys))
    changes.push({ key: 'standbys', values: { to: after.standbys.length } });
  const { keepDays, partyDays } = after.guests;
  if (!isSame(before.guests, after.guests)) changes.push({ key: 'guests', values: { keepDays, partyDays } });
  if (!isSame(before.backup, after.backup)) changes.push({ key: 'backup', values: {} });
  return changes;
}

function thresholdChanges(
  { thresholds: was }: HouseConfig,
  { thresholds: now }: HouseConfig,
): ConfigChange[] {
  const clocks = CLOCKS.filter((clock) => !isSame(was[clock], now[clock])).map(
    (clock): ConfigChange => ({
      key: 'clock',
      values: { soon: now[clock].soon, late: now[clock].late },
      words: { what: `setup.times.${clock}` },
    }),
  );
  const numbers = NUMBERS.filter((name) => was[name] !== now[name]).map(
    (name): ConfigChange => ({
      key: 'time',
      values: { from: was[name], to: now[name] },
      words: { what: `setup.times.${name}` },
    }),
  );
  return [...clocks, ...numbers];
}

function menuChanges(before: HouseConfig, after: HouseConfig): ConfigChange[] {
  const changes: ConfigChange[] = [];
  if (!isSame(before.floor, after.floor))
    changes.push({ key: 'floor', values: { to: after.floor.tables.length } });
  if (!isSame(before.menu, after.menu)) changes.push({ key: 'menu', values: { to: after.menu.length } });
  const sources = new Set([...Object.keys(before.posMenus), ...Object.keys(after.posMenus)]);
  for (const source of sources) {
    const menu = after.posMenus[source];
    if (!isSame(before.posMenus[source], menu))
      changes.push({ key: 'posMenu', values: { source, dishes: menu?.items.length ?? 0 } });
  }
  return changes;
}

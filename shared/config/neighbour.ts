import type { StationId } from '../lib/ids.ts';
import type { HouseConfig, StationConfig } from './houseConfig.ts';

export interface DownStation {
  readonly station: StationId;
  /** Who shows its tickets meanwhile; null: no station has a screen for them. */
  readonly shownAt: StationId | null;
}

/** Open stations that no screen answers for, each with who shows its tickets: its neighbour, or that one's, along the line until one is up. */
export function downStations(config: HouseConfig, down: readonly string[]): DownStation[] {
  return config.stations
    .filter(({ id, state }) => state === 'open' && down.includes(id))
    .map((station) => ({ station: idOf(station), shownAt: neighbourOf(config, station, down) }));
}

function neighbourOf(config: HouseConfig, from: StationConfig, down: readonly string[]): StationId | null {
  const isUp = ({ id, state }: StationConfig) => state === 'open' && !down.includes(id);
  const met = new Set([from.id]);
  let at: StationConfig | undefined = from;
  while (at) {
    const next: StationConfig | undefined = config.stations.find(({ id }) => id === at?.neighbour);
    if (next === undefined || met.has(next.id)) break;
    if (isUp(next)) return idOf(next);
    met.add(next.id);
    at = next;
  }
  const place = config.stations.indexOf(from);
  const inOrder = [...config.stations.slice(place + 1), ...config.stations.slice(0, place)];
  const next = inOrder.find(isUp);
  return next ? idOf(next) : null;
}

const idOf = ({ id }: StationConfig) => id as StationId;

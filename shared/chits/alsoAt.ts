import type { HouseConfig } from '../config/houseConfig.ts';
import { ownPrinterOf, printerOf } from '../config/printersFor.ts';
import type { Chit } from '../domain/model/chit.ts';
import type { State } from '../domain/model/state.ts';
import type { AlsoAt } from './content.ts';

/**
 * Where the same food may lie too: hub and cut-off station cannot ask each other. What the hub prints by itself or again while a station with a
 * printer of its own may have been cut off says so, and each of that station's own says it of the hub. null: nowhere else.
 */
export function alsoAtOf(chit: Chit, chits: State['chits'], config: HouseConfig): AlsoAt | null {
  const { station, isByStation } = chit;
  if (isByStation) return { printer: printerOf(config, station)?.name ?? null, isStationOffline: true };
  const own = ownPrinterOf(config, station);
  return own !== null && isPerhapsThere(chit, chits) ? { printer: own.name, isStationOffline: false } : null;
}

function isPerhapsThere({ reason, reprintOf }: Chit, chits: State['chits']): boolean {
  if (reason.kind === 'station_down' || reason.kind === 'missed') return true;
  const first = reprintOf === null ? undefined : chits[reprintOf];
  return first !== undefined && (first.isByStation || isPerhapsThere(first, chits));
}

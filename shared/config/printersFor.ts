import type { StationId } from '../lib/ids.ts';
import type { HouseConfig } from './houseConfig.ts';
import type { PrinterConfig } from './printers.ts';

/** null: nothing of this station can be printed. */
export function printerOf(config: HouseConfig, station: StationId): PrinterConfig | null {
  const named = config.stations.find(({ id }) => id === station)?.printer ?? config.paper.printer;
  return config.printers.find(({ id }) => id === named) ?? null;
}

/** The station's own printer first, then the one that stands in for it. */
export function printersFor(config: HouseConfig, station: StationId): PrinterConfig[] {
  const own = printerOf(config, station);
  if (own === null) return [];
  const other = config.printers.find(({ id }) => id === own.failover && id !== own.id);
  return other === undefined ? [own] : [own, other];
}

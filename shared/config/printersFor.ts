import type { StationId } from '../lib/ids.ts';
import type { HouseConfig } from './houseConfig.ts';
import type { PrinterConfig } from './printers.ts';

/** Of the hub; null: it can print nothing of this station. */
export function printerOf(config: HouseConfig, station: StationId): PrinterConfig | null {
  const named = config.stations.find(({ id }) => id === station)?.printer ?? config.paper.printer;
  return hubPrinters(config).find(({ id }) => id === named) ?? null;
}

/** The printer the station's chits come out at first, then the one that stands in for it. */
export function printersFor(config: HouseConfig, station: StationId): PrinterConfig[] {
  const first = printerOf(config, station);
  if (first === null) return [];
  const other = hubPrinters(config).find(({ id }) => id === first.failover && id !== first.id);
  return other === undefined ? [first] : [first, other];
}

/** Those the hub reaches. */
export function hubPrinters({ printers }: HouseConfig): PrinterConfig[] {
  return printers.filter(({ station }) => station === null);
}

/** What the device of this station prints on while it is cut off from the hub; null: it prints nothing. */
export function ownPrinterOf({ printers }: HouseConfig, station: StationId): PrinterConfig | null {
  return printers.find((printer) => printer.station === station) ?? null;
}

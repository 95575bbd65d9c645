import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { PrinterConfig, type PrinterLinkConfig } from '../../../shared/config/printers.ts';
import { freshId } from './freshId.ts';

/** What nearly every receipt printer listens on. */
const USUAL_PORT = 9_100;

/** What is asked of every printer with one voice; where it is, nobody can guess. */
export function addPrinter(config: HouseConfig, name: string): HouseConfig {
  const id = freshId(name, new Set(config.printers.map((printer) => printer.id)), 'printer');
  const usual = PrinterConfig.parse({ id, name, link: { kind: 'network', host: 'printer' } });
  const printer = { ...usual, link: emptyLink('network') };
  const isFirst = config.printers.length === 0 && config.paper.printer === null;
  return {
    ...config,
    printers: [...config.printers, printer],
    // The only printer of a house is the house's.
    paper: isFirst ? { ...config.paper, printer: id } : config.paper,
  };
}

/** What a person then fills in. */
export function emptyLink(kind: PrinterLinkConfig['kind']): PrinterLinkConfig {
  switch (kind) {
    case 'network':
      return { kind, host: '', port: USUAL_PORT };
    case 'device':
      return { kind, path: '' };
    case 'queue':
      return { kind, name: '' };
    default:
      return kind satisfies never;
  }
}

export function isLinked(link: PrinterLinkConfig): boolean {
  switch (link.kind) {
    case 'network':
      return link.host.trim() !== '';
    case 'device':
      return link.path.trim() !== '';
    case 'queue':
      return link.name.trim() !== '';
    default:
      return link satisfies never;
  }
}

export function changePrinter(config: HouseConfig, id: string, change: Partial<PrinterConfig>): HouseConfig {
  const printers = config.printers.map((printer) =>
    printer.id === id ? { ...printer, ...change } : printer,
  );
  return { ...config, printers };
}

/** Hangs it at the device of a station, which prints on it while it is cut off from the hub; null: the hub's again. Nothing of the hub's is left there. */
export function attachPrinter(config: HouseConfig, id: string, station: string | null): HouseConfig {
  if (station === null) return changePrinter(config, id, { station });
  return changePrinter(withoutPrinter(config, id), id, { station, failover: null });
}

/** null: as is usual for its link. */
export function sayAnswers(config: HouseConfig, id: string, canAnswer: boolean | null): HouseConfig {
  const printers = config.printers.map((printer) => {
    if (printer.id !== id) return printer;
    const { canAnswer: _was, ...rest } = printer;
    return canAnswer === null ? rest : { ...rest, canAnswer };
  });
  return { ...config, printers };
}

export interface PrinterRemoval {
  readonly config: HouseConfig;
  /** Stations whose chits came out there, by name. */
  readonly stations: readonly string[];
  /** Where those come out now; null: nowhere. */
  readonly heir: string | null;
}

/** Takes a printer out of the house and out of everything that names it. */
export function removePrinter(config: HouseConfig, id: string): PrinterRemoval {
  const left = withoutPrinter(config, id);
  const printers = left.printers.filter((printer) => printer.id !== id);
  const stations = config.stations.filter(({ printer }) => (printer ?? config.paper.printer) === id);
  const heir = printers.find((printer) => printer.id === left.paper.printer);
  return {
    config: { ...left, printers },
    stations: stations.map(({ name }) => name),
    heir: heir?.name ?? null,
  };
}

/** Nobody names it any more. */
function withoutPrinter(config: HouseConfig, id: string): HouseConfig {
  const { paper } = config;
  return {
    ...config,
    printers: config.printers.map((printer) =>
      printer.failover === id ? { ...printer, failover: null } : printer,
    ),
    paper: { ...paper, printer: paper.printer === id ? null : paper.printer },
    stations: config.stations.map((station) =>
      station.printer === id ? { ...station, printer: null } : station,
    ),
  };
}

/** Names of the stations whose chits come out there. */
export function stationsAt({ stations, paper }: HouseConfig, printer: string): string[] {
  return stations.filter((station) => (station.printer ?? paper.printer) === printer).map(({ name }) => name);
}

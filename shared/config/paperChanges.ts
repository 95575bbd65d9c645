import type { ConfigChange } from './configChange.ts';
import type { HouseConfig, StationConfig } from './houseConfig.ts';
import type { PrinterConfig, PrinterLinkConfig } from './printers.ts';

const NOBODY = '–';

/** What changed of the printers and of what goes to them. */
export function paperChanges(before: HouseConfig, after: HouseConfig): ConfigChange[] {
  const nameOf = (id: string | null) =>
    id === null ? NOBODY : (after.printers.find((printer) => printer.id === id)?.name ?? id);
  const stationOf = (id: string | null) =>
    id === null ? NOBODY : (after.stations.find((station) => station.id === id)?.name ?? id);
  const old = new Map(before.printers.map((printer) => [printer.id, printer]));
  const stations = new Map(before.stations.map((station) => [station.id, station]));
  const removed = before.printers.filter(({ id }) => !after.printers.some((printer) => printer.id === id));
  const changes: ConfigChange[] = [
    ...removed.map(({ name }) => ({ key: 'printerRemoved', values: { name } })),
    ...after.printers.flatMap((printer) => {
      const was = old.get(printer.id);
      return was === undefined
        ? [{ key: 'printerAdded', values: { name: printer.name } }]
        : onePrinter(was, printer, { nameOf, stationOf });
    }),
    ...after.stations.flatMap((station) => {
      const was = stations.get(station.id);
      return was === undefined ? [] : paperOf(was, station, nameOf);
    }),
  ];
  if (before.paper.printer !== after.paper.printer)
    changes.push({ key: 'housePrinter', values: { to: nameOf(after.paper.printer) } });
  if (before.paper.maxAgeMinutes !== after.paper.maxAgeMinutes)
    changes.push({ key: 'chitAge', values: { to: after.paper.maxAgeMinutes } });
  return changes;
}

interface Names {
  readonly nameOf: (printer: string | null) => string;
  readonly stationOf: (station: string | null) => string;
}

function onePrinter(was: PrinterConfig, now: PrinterConfig, { nameOf, stationOf }: Names) {
  const { name } = now;
  const changes: ConfigChange[] = [];
  if (was.name !== name) changes.push({ key: 'printerRenamed', values: { from: was.name, to: name } });
  if (linkOf(was.link) !== linkOf(now.link))
    changes.push({ key: 'printerLink', values: { name, to: linkOf(now.link) } });
  if (
    was.model !== now.model ||
    was.width !== now.width ||
    was.language !== now.language ||
    was.canAnswer !== now.canAnswer
  )
    changes.push({ key: 'printerKind', values: { name, model: now.model, width: now.width } });
  if (was.station !== now.station)
    changes.push(
      now.station === null
        ? { key: 'printerAtHub', values: { name } }
        : { key: 'printerAtDevice', values: { name, to: stationOf(now.station) } },
    );
  if (was.failover !== now.failover)
    changes.push({ key: 'printerFailover', values: { name, to: nameOf(now.failover) } });
  return changes;
}

/** Where it is, short enough for a line. */
export function linkOf(link: PrinterLinkConfig): string {
  switch (link.kind) {
    case 'network':
      return `${link.host}:${link.port}`;
    case 'device':
      return link.path;
    case 'queue':
      return link.name;
    default:
      return link satisfies never;
  }
}

function paperOf(was: StationConfig, now: StationConfig, nameOf: (id: string | null) => string) {
  const { name, amberSeconds, chitSeconds } = now;
  const changes: ConfigChange[] = [];
  if (was.printer !== now.printer)
    changes.push(
      now.printer === null
        ? { key: 'stationPrinterHouse', values: { name } }
        : { key: 'stationPrinter', values: { name, to: nameOf(now.printer) } },
    );
  if (was.amberSeconds !== amberSeconds || was.chitSeconds !== chitSeconds)
    changes.push({ key: 'stationPaper', values: { name, amber: amberSeconds, chit: chitSeconds } });
  return changes;
}

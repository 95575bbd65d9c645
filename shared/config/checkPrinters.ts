import type { ConfigProblem } from './configProblem.ts';
import type { HouseConfig } from './houseConfig.ts';

/** Paper that would come out nowhere, or two printers that nobody can tell apart. */
export function printerProblems({ printers, stations, paper }: HouseConfig): ConfigProblem[] {
  const unknown = (path: string, id: string | null): ConfigProblem[] => {
    if (id === null) return [];
    const named = printers.find((printer) => printer.id === id);
    if (named === undefined) return [{ path, code: 'unknown_printer', values: { id } }];
    return named.station === null ? [] : [{ path, code: 'printer_at_device', values: { name: named.name } }];
  };
  return [
    ...sameTwice(printers),
    ...atDevices(printers, stations),
    ...printers.flatMap(({ id, name, failover }, at): ConfigProblem[] => {
      const path = `printers.${at}.failover`;
      return failover === id ? [{ path, code: 'failover_self', values: { name } }] : unknown(path, failover);
    }),
    ...unknown('paper.printer', paper.printer),
    ...stations.flatMap(({ name, printer, amberSeconds, chitSeconds }, at): ConfigProblem[] => [
      ...unknown(`stations.${at}.printer`, printer),
      ...(chitSeconds > amberSeconds
        ? []
        : [{ path: `stations.${at}.chitSeconds`, code: 'chit_before_amber' as const, values: { name } }]),
    ]),
  ];
}

/** A station's device has one printer, and is one of the house. */
function atDevices(printers: HouseConfig['printers'], stations: HouseConfig['stations']): ConfigProblem[] {
  return printers.flatMap(({ station, name }, at): ConfigProblem[] => {
    const path = `printers.${at}.station`;
    if (station === null) return [];
    if (!stations.some(({ id }) => id === station))
      return [{ path, code: 'unknown_station', values: { id: station } }];
    const first = printers.findIndex((printer) => printer.station === station);
    return first === at ? [] : [{ path, code: 'device_printer_twice', values: { name } }];
  });
}

function sameTwice(printers: HouseConfig['printers']): ConfigProblem[] {
  const ids = new Set<string>();
  const names = new Set<string>();
  return printers.flatMap(({ id, name }, at): ConfigProblem[] => {
    const said = name.trim().toLocaleUpperCase('en');
    const isIdKnown = ids.has(id);
    const isNameKnown = names.has(said);
    ids.add(id);
    names.add(said);
    if (isIdKnown) return [{ path: `printers.${at}.id`, code: 'printer_id_twice', values: { id } }];
    return isNameKnown ? [{ path: `printers.${at}.name`, code: 'printer_name_twice', values: { name } }] : [];
  });
}

import type { ConfigProblem } from './configProblem.ts';
import type { HouseConfig } from './houseConfig.ts';

/** Paper that would come out nowhere, or two printers that nobody can tell apart. */
export function printerProblems({ printers, stations, paper }: HouseConfig): ConfigProblem[] {
  const unknown = (path: string, id: string | null): ConfigProblem[] =>
    id === null || printers.some((printer) => printer.id === id)
      ? []
      : [{ path, code: 'unknown_printer', values: { id } }];
  return [
    ...sameTwice(printers),
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

import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../../shared/config/checkConfig.ts';
import { changesBetween } from '../../../shared/config/configChanges.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { en } from '../../../shared/lib/words/en.ts';

const at = (host: string) => ({ kind: 'network', host });
const house = (over: object = {}) =>
  HouseConfig.parse({
    stations: [
      { id: 'grill', name: 'Grill' },
      { id: 'fry', name: 'Fry' },
    ],
    routes: [{ stations: ['grill'] }],
    printers: [
      { id: 'line', name: 'Line', link: at('192.168.1.50'), failover: 'pass' },
      { id: 'pass', name: 'Pass', link: at('192.168.1.51') },
    ],
    paper: { printer: 'line' },
    ...over,
  });
const told = (over: object) => checkConfig(house(over)).map(({ path, code }) => `${path} ${code}`);
const printer = (id: string, over: object = {}) => ({ id, name: id.toUpperCase(), link: at('p'), ...over });
const fry = { id: 'fry', name: 'Fry' };

describe('what stands against the printers of a configuration', () => {
  it('nothing against two that stand in for each other', () => {
    const both = [printer('line', { failover: 'pass' }), printer('pass', { failover: 'line' })];
    expect(told({ printers: both })).toEqual([]);
  });

  it.each([
    ['the house', { paper: { printer: 'ghost' } }, 'paper.printer unknown_printer'],
    [
      'a station',
      { stations: [{ id: 'grill', name: 'G', printer: 'ghost' }, fry] },
      'stations.0.printer unknown_printer',
    ],
    [
      'a printer',
      { printers: [printer('line', { failover: 'ghost' })] },
      'printers.0.failover unknown_printer',
    ],
  ])('%s names a printer of the house', (_name, over, problem) => {
    expect(told(over)).toEqual([problem]);
  });

  it('none stands in for itself, and two have neither one id nor one name', () => {
    expect(told({ printers: [printer('line', { failover: 'line' })] })).toEqual([
      'printers.0.failover failover_self',
    ]);
    expect(told({ printers: [printer('line'), printer('line', { name: 'Other' })] })).toEqual([
      'printers.1.id printer_id_twice',
    ]);
    expect(told({ printers: [printer('line'), { ...printer('b'), name: 'line ' }] })).toEqual([
      'printers.1.name printer_name_twice',
    ]);
  });

  it('[C11] what hangs at a station’s device is of a station of the house, one each, and nobody else’s', () => {
    const own = printer('own', { station: 'fry' });
    expect(told({ printers: [printer('line'), own] })).toEqual([]);
    expect(told({ printers: [printer('line'), printer('own', { station: 'bar' })] })).toEqual([
      'printers.1.station unknown_station',
    ]);
    expect(told({ printers: [printer('line'), own, { ...own, id: 'two', name: 'Two' }] })).toEqual([
      'printers.2.station device_printer_twice',
    ]);
    expect(
      told({ printers: [printer('line', { failover: 'own' }), own], paper: { printer: 'own' } }),
    ).toEqual(['printers.0.failover printer_at_device', 'paper.printer printer_at_device']);
  });

  it('expo is told before a chit comes out', () => {
    const timed = (amberSeconds: number, chitSeconds: number) => [
      { id: 'grill', name: 'Grill', amberSeconds, chitSeconds },
      fry,
    ];
    expect(told({ stations: timed(3, 8) })).toEqual([]);
    expect(told({ stations: timed(8, 8) })).toEqual(['stations.0.chitSeconds chit_before_amber']);
  });
});

it('what changed of printers is said in words, the other way round too', () => {
  const before = house();
  const after = house({
    stations: [{ id: 'grill', name: 'Grill', printer: 'bar', amberSeconds: 2, chitSeconds: 5 }, fry],
    printers: [
      {
        id: 'line',
        name: 'Hot line',
        link: { kind: 'device', path: '/dev/usb/lp0' },
        width: 58,
        station: 'fry',
      },
      { id: 'bar', name: 'Bar', link: { kind: 'queue', name: 'bar' } },
    ],
    paper: { printer: null, maxAgeMinutes: 5 },
  });
  const changes = changesBetween(before, after);
  expect(changes).toEqual([
    { key: 'printerRemoved', values: { name: 'Pass' } },
    { key: 'printerRenamed', values: { from: 'Line', to: 'Hot line' } },
    { key: 'printerLink', values: { name: 'Hot line', to: '/dev/usb/lp0' } },
    { key: 'printerKind', values: { name: 'Hot line', model: 'epson', width: 58 } },
    { key: 'printerAtDevice', values: { name: 'Hot line', to: 'Fry' } },
    { key: 'printerFailover', values: { name: 'Hot line', to: '–' } },
    { key: 'printerAdded', values: { name: 'Bar' } },
    { key: 'stationPrinter', values: { name: 'Grill', to: 'Bar' } },
    { key: 'stationPaper', values: { name: 'Grill', amber: 2, chit: 5 } },
    { key: 'housePrinter', values: { to: '–' } },
    { key: 'chitAge', values: { to: 5 } },
  ]);
  const words: Record<string, string> = en.setup.change;
  for (const { key, values } of [...changes, ...changesBetween(after, before)]) {
    const asked = [...(words[key] ?? '').matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name);
    expect(
      asked.filter((name) => values[name] === undefined),
      key,
    ).toEqual([]);
    expect(words[key], key).toBeTruthy();
  }
});

import { describe, expect, it } from 'vitest';
import {
  addPrinter,
  attachPrinter,
  changePrinter,
  emptyLink,
  isLinked,
  removePrinter,
  stationsAt,
} from '../../../renderer/screens/setup/printerEdits.ts';
import { removeStation } from '../../../renderer/screens/setup/stationEdits.ts';
import { checkConfig } from '../../../shared/config/checkConfig.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';

const at = (host: string) => ({ kind: 'network', host }) as const;
const house = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill', printer: 'line' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
  printers: [
    { id: 'line', name: 'Line', link: at('a') },
    { id: 'pass', name: 'Pass', link: at('b'), failover: 'line' },
  ],
  paper: { printer: 'pass' },
});

describe('printers', () => {
  it('the first one of a house is the house’s, and a person says where it is', () => {
    const empty = HouseConfig.parse({});
    const one = addPrinter(empty, 'Línea');
    expect(one.paper.printer).toBe('linea');
    expect(one.printers[0]).toMatchObject({ id: 'linea', name: 'Línea', width: 80, model: 'epson' });
    expect(
      isLinked(emptyLink('network')) || isLinked(emptyLink('device')) || isLinked(emptyLink('queue')),
    ).toBe(false);
    const linked = changePrinter(one, 'linea', {
      link: { kind: 'network', host: '192.168.1.50', port: 9100 },
    });
    expect(HouseConfig.safeParse(one).success).toBe(false);
    expect(HouseConfig.parse(linked)).toEqual(linked);
    expect(checkConfig(linked)).toEqual([]);
    const two = addPrinter(linked, 'Línea');
    expect(two.printers[1]?.id).toBe('linea-2');
    expect(two.paper.printer).toBe('linea');
  });

  it('one that is taken out is taken out of everything that names it, and it is said where its chits come out', () => {
    const { config, stations, heir } = removePrinter(house, 'line');
    expect({ stations, heir }).toEqual({ stations: ['Grill'], heir: 'Pass' });
    expect(config.stations[0]?.printer).toBeNull();
    expect(config.printers).toMatchObject([{ id: 'pass', failover: null }]);
    expect(checkConfig(config)).toEqual([]);
    expect(house.stations[0]?.printer).toBe('line');
  });

  it('[C11] one that is hung at a station’s device prints nothing of the hub’s any more, and is the hub’s again with its station gone', () => {
    const config = attachPrinter(house, 'line', 'fry');
    expect(config.printers).toMatchObject([
      { id: 'line', station: 'fry', failover: null },
      { id: 'pass', station: null, failover: null },
    ]);
    expect(config.stations[0]?.printer).toBeNull();
    expect(checkConfig(config)).toEqual([]);
    expect(attachPrinter(config, 'line', null).printers[0]?.station).toBeNull();
    expect(removeStation(config, 'fry').config.printers[0]?.station).toBeNull();
  });

  it('without the house’s printer its stations have no paper', () => {
    const { config, stations, heir } = removePrinter(house, 'pass');
    expect({ stations, heir }).toEqual({ stations: ['Fry'], heir: null });
    expect(config.paper.printer).toBeNull();
    expect(stationsAt(config, 'line')).toEqual(['Grill']);
    expect(checkConfig(config)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { addStation, idFor, moved, removeStation } from '../../../renderer/screens/setup/stationEdits.ts';
import { checkConfig } from '../../../shared/config/checkConfig.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';

const house = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry', standIn: 'grill', neighbour: 'grill' },
    { id: 'cold', name: 'Cold' },
  ],
  routes: [
    { categories: ['meat'], stations: ['grill'] },
    { categories: ['mixed'], stations: ['grill', 'fry'] },
    { stations: ['grill'] },
  ],
  menu: [
    { id: 'd', stations: ['grill'] },
    { id: 'e', stations: ['grill', 'cold'] },
  ],
});

describe('stations', () => {
  it('a new one has an address of its own, made from its name', () => {
    const { stations } = addStation(house, 'Plancha Fría');
    expect(stations.at(-1)).toMatchObject({ id: 'plancha-fria', name: 'Plancha Fría', state: 'open' });
    expect(idFor('Grill', house.stations)).toBe('grill-2');
    expect(idFor('Expo', house.stations)).toBe('expo-2');
    expect(idFor('No station', house.stations)).toBe('no-station-2');
    expect(idFor('寿司', house.stations)).toBe('station');
    expect(HouseConfig.safeParse(addStation(house, 'x'.repeat(40))).success).toBe(true);
  });

  it('one that is taken out is taken out of everything that names it, and no food is left without a place', () => {
    const { config, rulesGone, rulesKept, heir } = removeStation(house, 'grill');
    expect({ rulesGone, rulesKept, heir }).toEqual({ rulesGone: 1, rulesKept: 1, heir: 'Fry' });
    expect(config.routes).toEqual([{ categories: ['mixed'], stations: ['fry'] }, { stations: ['fry'] }]);
    expect(config.menu).toEqual([{ id: 'd' }, { id: 'e', stations: ['cold'] }]);
    expect(config.stations[0]).toMatchObject({ id: 'fry', standIn: null, neighbour: null });
    expect(checkConfig(config)).toEqual([]);
    expect(house.routes[2]).toEqual({ stations: ['grill'] });
  });

  it('moves by one place', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});

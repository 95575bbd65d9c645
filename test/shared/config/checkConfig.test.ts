import { describe, expect, it } from 'vitest';
import { checkConfig, readConfig } from '../../../shared/config/checkConfig.ts';
import { defaultConfig, HouseConfig } from '../../../shared/config/houseConfig.ts';

const house = (over: object) =>
  HouseConfig.parse({
    stations: [
      { id: 'grill', name: 'Grill' },
      { id: 'fry', name: 'Fry' },
    ],
    routes: [{ stations: ['grill'] }],
    ...over,
  });
const told = (over: object) => checkConfig(house(over)).map(({ path, code }) => `${path} ${code}`);
const station = (id: string, over: object = {}) => ({ id, name: id.toUpperCase(), ...over });
const closed = (id: string, standIn: string | null = null) => station(id, { state: 'closed', standIn });

describe('what stands against a configuration', () => {
  it('nothing against the default, and nothing against a usual house', () => {
    expect(checkConfig(defaultConfig)).toEqual([]);
    expect(told({})).toEqual([]);
  });

  it.each([
    ['rules', { routes: [{ stations: ['ghost'] }] }, 'routes.0.stations.0 unknown_station'],
    ['dishes', { menu: [{ id: 'd', stations: ['ghost'] }] }, 'menu.0.stations.0 unknown_station'],
    [
      'stand-ins',
      { stations: [station('grill', { standIn: 'ghost' })] },
      'stations.0.standIn unknown_station',
    ],
    [
      'neighbours',
      { stations: [station('grill', { neighbour: 'ghost' })] },
      'stations.0.neighbour unknown_station',
    ],
  ])('%s name stations of the house', (_name, over, problem) => {
    expect(told(over)).toEqual([problem]);
  });

  it('two stations have neither one id nor one name, and none is called expo', () => {
    const twice = [station('grill'), { id: 'grill', name: 'Other' }];
    expect(told({ stations: twice })).toEqual(['stations.1.id station_id_twice']);
    const said = [station('grill'), { id: 'b', name: 'grill ' }];
    expect(told({ stations: said })).toEqual(['stations.1.name station_name_twice']);
    expect(told({ stations: [station('grill'), station('expo')] })).toEqual([
      'stations.1.id station_id_reserved',
    ]);
  });

  it("a closed station's food ends at an open one: not at itself, in a circle, or nowhere", () => {
    expect(told({ stations: [closed('grill', 'fry'), station('fry')] })).toEqual([]);
    expect(told({ stations: [closed('grill'), station('fry')] })).toEqual([]);
    const through = [closed('grill', 'fry'), closed('fry', 'pizza'), station('pizza')];
    expect(told({ stations: through })).toEqual([]);
    expect(told({ stations: [closed('grill', 'grill'), station('fry')] })).toEqual([
      'stations.0.standIn stand_in_self',
    ]);
    const circle = [closed('grill', 'fry'), closed('fry', 'grill'), station('pizza')];
    expect(told({ stations: circle })).toEqual([
      'stations.0.standIn stand_in_closed',
      'stations.1.standIn stand_in_closed',
    ]);
    expect(told({ stations: [closed('grill')] })).toEqual(['stations no_open_station']);
  });

  it('SOON comes before LATE on every clock', () => {
    const thresholds = { mains: { soon: 18, late: 12 }, passClock: { soon: 0, late: 4 } };
    expect(told({ thresholds })).toEqual([
      'thresholds.mains soon_before_late',
      'thresholds.passClock soon_before_late',
    ]);
  });

  it('warns of a dish that nobody makes and of a rule nothing reaches, and refuses neither', () => {
    const item = {
      kitchenName: null,
      names: null,
      stations: null,
      course: null,
      prepSeconds: null,
      allergens: null,
      counts: [],
      card: null,
    };
    const till = {
      revision: 1,
      digest: 'd',
      modifiers: [],
      items: [
        { ...item, id: '1', name: 'Ribeye', category: 'meat' },
        { ...item, id: '2', name: 'Cola', category: 'drinks' },
        { ...item, id: '3', name: 'Fries', category: null, stations: ['fry'] },
      ],
    };
    const problems = checkConfig(
      house({ posMenus: { till }, routes: [{ categories: ['meat'], stations: ['grill'] }] }),
    );
    expect(problems).toEqual([
      { path: 'routes', code: 'dish_without_station', values: { dish: 'Cola' }, isWarning: true },
    ]);
    const routes = [{ stations: ['grill'] }, { categories: ['meat'], stations: ['fry'] }];
    expect(told({ routes })).toEqual(['routes.1 rule_unreached']);
  });

  it('a document of another shape is told by its fields', () => {
    expect(readConfig({ stations: [], venue: { timeZone: 'Mars' } })).toMatchObject({
      ok: false,
      problems: [
        { path: 'venue.timeZone', code: 'invalid' },
        { path: 'stations', code: 'invalid' },
      ],
    });
    expect(readConfig('nothing').ok).toBe(false);
    expect(readConfig({})).toEqual({ ok: true, config: defaultConfig });
  });
});

import { describe, expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { NO_STATION, type StationId } from '../../../shared/lib/ids.ts';
import { expo, fry, grill, House } from '../../support/house.ts';

function config(closed: Record<string, string | null>, ids = ['grill', 'fry', 'cold']): HouseConfig {
  return HouseConfig.parse({
    stations: ids.map((id) =>
      id in closed ? { id, name: id, state: 'closed', standIn: closed[id] } : { id, name: id },
    ),
    routes: [{ stations: ['grill'] }],
  });
}

function reconfigure(house: House, next: HouseConfig): void {
  const version = house.state.configVersion + 1;
  expect(house.say({ type: 'config.put', version, config: next }, { kind: 'house' })).toBe('applied');
  house.config = next;
}

const stationsOf = (house: House, id = 'a') => house.batch(id).parts.map(({ station }) => station);

describe('closed stations', () => {
  test("[R3] a closed station's food goes to its stand-in, tagged", () => {
    const house = new House(config({ grill: 'fry' }));
    house.put({ items: [{ id: 'a', course: 1 }] });
    expect(stationsOf(house)).toEqual([fry]);
    const [tile] = stationBoard(house.state, fry, house.config, house.now).tiles;
    expect(tile?.lines[0]?.standsInFor).toBe(grill);
  });

  test('[R3] along the line until a station is open; else the next open one; else NO STATION', () => {
    const chain = new House(config({ grill: 'fry', fry: 'cold' }));
    chain.put({ items: [{ id: 'a', course: 1 }] });
    expect(stationsOf(chain)).toEqual(['cold']);
    const nobody = new House(config({ grill: null }));
    nobody.put({ items: [{ id: 'a', course: 1 }] });
    expect(stationsOf(nobody)).toEqual([fry]);
    const all = new House(config({ grill: 'fry', fry: 'cold', cold: 'grill' }));
    all.put({ items: [{ id: 'a', course: 1 }] });
    expect(stationsOf(all)).toEqual([NO_STATION]);
  });

  test('[R3] a stand-in with work of its own on the dish does both as one', () => {
    const house = new House(config({ grill: 'fry' }));
    house.put({ items: [{ id: 'a', course: 1, stations: ['grill', 'fry'] }] });
    expect(stationsOf(house)).toEqual([fry]);
    expect(house.bump('a', fry)).toBe('applied');
    expect(house.events('item.bumped')).toHaveLength(1);
  });

  test('[R3] what lay there when it closed goes too and is heard anew', () => {
    const house = new House(config({}));
    house.put({
      items: [
        { id: 'a', course: 1, seat: 1 },
        { id: 'b', course: 1, seat: 2 },
      ],
      allergies: [{ allergen: 'sesame', seat: 1 }],
    });
    house.hear('1:sesame');
    house.bump('b');
    reconfigure(house, config({ grill: 'fry' }));
    expect(stationsOf(house, 'a')).toEqual([fry]);
    expect(stationsOf(house, 'b')).toEqual([grill]);
    expect(house.bump('a', fry)).toBe('allergy_unheard');
    house.hear('1:sesame', fry);
    expect(house.bump('a', fry)).toBe('applied');
    expect(house.replayed()).toEqual(house.state);
  });

  test('[R3] a void nobody has read goes with it', () => {
    const house = new House(config({}));
    house.put({ items: [{ id: 'a', course: 1 }] });
    house.put({ items: [{ id: 'a', course: 1, state: 'void' }] });
    reconfigure(house, config({ grill: 'fry' }));
    const [tile] = stationBoard(house.state, fry, house.config, house.now).tiles;
    expect(tile?.lines.map(({ state }) => state)).toEqual(['void']);
  });

  test('[R3] a station taken out of the house leaves its work as NO STATION', () => {
    const house = new House(config({}));
    house.put({ items: [{ id: 'a', course: 1 }] });
    reconfigure(
      house,
      HouseConfig.parse({ ...config({}, ['fry', 'cold']), routes: [{ stations: ['fry'] }] }),
    );
    expect(stationsOf(house)).toEqual([NO_STATION]);
    const shown = stationBoard(house.state, 'cold' as StationId, house.config, house.now).tiles;
    expect(shown.map(({ station }) => station)).toEqual([NO_STATION]);
  });

  test('[R4] MOVE TO STATION takes work with its state, its allergies heard anew', () => {
    const house = new House(config({}));
    house.put({ items: [{ id: 'a', course: 1, seat: 1 }], allergies: [{ allergen: 'sesame', seat: 1 }] });
    house.hear('1:sesame');
    const portions = [{ item: house.item('a').id, batch: 1 }];
    const ticket = house.ticket().id;
    const move = (to: StationId) =>
      house.say({ type: 'part.move', ticket, portions, from: grill, to, seen: house.seq }, expo);
    expect(move('nowhere' as StationId)).toBe('not_found');
    expect(move(fry)).toBe('applied');
    expect(move(fry)).toBe('noop');
    expect(stationsOf(house)).toEqual([fry]);
    expect(house.bump('a', fry)).toBe('allergy_unheard');
    expect(stationBoard(house.state, fry, house.config, house.now).tiles[0]?.lines[0]?.standsInFor).toBe(
      null,
    );
  });
});

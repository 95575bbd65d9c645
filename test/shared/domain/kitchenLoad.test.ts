import { describe, expect, test } from 'vitest';
import { kitchenLoad } from '../../../shared/domain/selectors/kitchenLoad.ts';
import { DoorHouse } from '../../support/doorHouse.ts';
import { grill, MINUTE } from '../../support/house.ts';

const load = (house: DoorHouse) => kitchenLoad(house.state, house.config, house.now);
const at = (house: DoorHouse, station = 'grill') => load(house).find((one) => one.station === station);

/** Mains with a prep of 10 min, each of one table. */
function order(house: DoorHouse, id: string, quantity: number, station = 'grill'): void {
  const item = { id: `${id}-a`, course: 1, prepSeconds: 600, quantity, stations: [station] };
  house.put({ id, table: `9${id}`, openedAt: house.now, items: [item] });
}

describe('kitchen load', () => {
  test('[S65] counts what is fired and not ready, held courses not', () => {
    const house = new DoorHouse();
    expect(at(house)).toMatchObject({ pace: 'idle', cooking: 0, busyUntil: null });
    house.put({
      items: [
        { id: 'a', course: 1, quantity: 3, prepSeconds: 600 },
        { id: 'b', course: 2, quantity: 9 },
      ],
    });
    expect(at(house)).toMatchObject({
      pace: 'room',
      cooking: 3,
      late: 0,
      busyUntil: house.now + 11 * MINUTE,
    });
    house.bump('a', grill, { quantity: 1 });
    expect(at(house)).toMatchObject({ cooking: 2 });
    house.bump('a', grill);
    expect(at(house)).toMatchObject({ pace: 'idle', cooking: 0, made: 3, busyUntil: null });
  });

  test('[S65] a station that at its pace would not be done in time is busy, one with late food is behind', () => {
    const house = new DoorHouse();
    // Two tables side by side.
    order(house, '0', 3);
    order(house, '1', 3);
    house.later(6 * MINUTE);
    for (const ticket of ['0', '1']) house.bump(`${ticket}-a`, grill, { ticket });
    // It made one a minute while it had any: eleven are done before the last is late, twelve are not. The quiet after it counts for nothing.
    house.later(10 * MINUTE);
    order(house, '2', 11);
    expect(at(house)).toMatchObject({ pace: 'room', made: 6, busyUntil: house.now + 11 * MINUTE });
    order(house, '3', 1);
    expect(at(house)).toMatchObject({ pace: 'busy', cooking: 12, busyUntil: house.now + 12 * MINUTE });
    house.later(11 * MINUTE);
    expect(at(house)).toMatchObject({ pace: 'behind', late: 12 });
    // The rush is over and forgotten.
    house.bump('2-a', grill, { ticket: '2' });
    house.bump('3-a', grill, { ticket: '3' });
    house.later(31 * MINUTE);
    order(house, '4', 8);
    expect(at(house)).toMatchObject({ pace: 'room', made: 0, busyUntil: house.now + 11 * MINUTE });
  });

  test('[S65] a few portions fill no station, however slowly the last ones were made', () => {
    const house = new DoorHouse();
    order(house, '1', 5);
    house.later(25 * MINUTE);
    house.bump('1-a', grill, { ticket: '1' });
    order(house, '2', 4);
    expect(at(house)).toMatchObject({ pace: 'room', made: 5 });
    order(house, '3', 1);
    expect(at(house)).toMatchObject({ pace: 'busy', busyUntil: house.now + 25 * MINUTE });
  });

  test('[S65] worst first; yesterday’s tickets and closed stations are none', () => {
    const house = new DoorHouse();
    order(house, '1', 1);
    house.later(MINUTE);
    order(house, '2', 1, 'fry');
    expect(load(house).map(({ station }) => station)).toEqual(['fry', 'grill']);
    house.later(10 * MINUTE);
    expect(load(house).map(({ pace }) => pace)).toEqual(['behind', 'room']);
    expect(at(house)?.pace).toBe('behind');
    house.config = {
      ...house.config,
      stations: house.config.stations.map((one) => (one.id === 'fry' ? { ...one, state: 'closed' } : one)),
    };
    expect(load(house).map(({ station }) => station)).toEqual(['grill']);
    house.later(10 * 60 * MINUTE).tick();
    expect(house.state.tickets.size).toBeGreaterThan(0);
    expect(load(house)[0]?.pace).toBe('idle');
  });
});

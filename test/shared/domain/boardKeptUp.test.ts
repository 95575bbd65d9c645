import { beforeEach, describe, expect, test } from 'vitest';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { fireOrder } from '../../../shared/domain/selectors/StationTiles.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { fry, grill, House } from '../../support/house.ts';
import { RandomNight } from '../../support/randomNight.ts';

/** A board is kept up ticket by ticket. It must be what one made from the beginning is, and cost what changed. */
const SEEDS = [3, 167, 2071];
const STEPS = 120;

describe('a board that was kept up', () => {
  for (const seed of SEEDS) {
    test(`night of seed ${seed}: is the one made from the beginning, after every step`, () => {
      const night = new RandomNight(seed);
      for (let step = 0; step < STEPS; step += 1) {
        night.step();
        const { state, config, now } = night.house;
        // Nothing is remembered under a configuration that nobody has seen.
        const anew = structuredClone(config);
        for (const station of [grill, fry]) {
          const board = stationBoard(state, station, config, now);
          expect(board, `step ${step}`).toEqual(stationBoard(state, station, anew, now));
          expect(board.tiles).toEqual([...board.tiles].sort(fireOrder));
        }
      }
    });
  }

  test('does not call a dish what a ticket that is gone called it', () => {
    const house = new House();
    const soup = { id: 'soup', menuItemId: 'm-1', course: 1 };
    house.put({ id: 'T1', table: '1', items: [{ ...soup, name: 'Soup' }] });
    const named = () => stationBoard(house.state, grill, house.config, house.now).allDay;
    expect(named().map(({ name }) => name)).toEqual(['Soup']);
    house.put({ id: 'T2', table: '2', items: [{ ...soup, name: 'Soup of the day' }] });
    expect(named()).toMatchObject([{ cooking: 2 }]);
    house.put({ id: 'T1', table: '1', items: [{ ...soup, name: 'Soup', state: 'void' }] });
    expect(named().map(({ name }) => name)).toEqual(['Soup of the day']);
  });
});

describe('what a press looks at', () => {
  let house: House;
  let read: Map<string, number>;

  /** A ticket that notes when its food is looked at. */
  const watched = (ticket: Ticket): Ticket =>
    new Proxy(ticket, {
      get: (target, key) => {
        if (key === 'items') read.set(target.externalId, (read.get(target.externalId) ?? 0) + 1);
        return Reflect.get(target, key);
      },
    });

  beforeEach(() => {
    house = new House();
    read = new Map();
    for (let n = 0; n < 200; n += 1)
      house.put({
        id: `T${n}`,
        table: `${n}`,
        items: [
          { id: 'soup', course: 1 },
          { id: 'ribeye', course: 1 },
        ],
      });
  });

  test('is its own ticket, and no other of two hundred', () => {
    let { tickets } = house.state;
    for (const ticket of house.state.tickets.values()) tickets = tickets.with(ticket.id, watched(ticket));
    const state = { ...house.state, tickets };
    stationBoard(state, grill, house.config, house.now);
    expect(read.size).toBe(200);
    read.clear();
    const pressed = house.ticket('T7');
    house.say({
      type: 'item.bump',
      ticket: pressed.id,
      station: grill,
      portions: pressed.items.slice(0, 1).map(({ id }) => ({ item: id, batch: 1, quantity: 1 })),
      seen: house.seq,
    });
    const after = { ...state, tickets: tickets.with(pressed.id, watched(house.ticket('T7'))) };
    const board = stationBoard(after, grill, house.config, house.now);
    expect([...read.keys()]).toEqual(['T7']);
    expect(board.tiles).toHaveLength(200);
  });
});

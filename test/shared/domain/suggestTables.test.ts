import { describe, expect, test } from 'vitest';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { SeatOffer } from '../../../shared/domain/selectors/judgeTables.ts';
import { bestOffer } from '../../../shared/domain/selectors/suggestTables.ts';
import { DoorHouse, host, WITH_FLOOR } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE, pos } from '../../support/house.ts';
import { at, kinds, offers, places, reason, warnings, withFloor } from '../../support/seatOffers.ts';

describe('[S50] where a party may sit', () => {
  test('is every table that is large enough, and what may be pushed together', () => {
    const house = new DoorHouse();
    house.book({ covers: 4 });
    expect(places(offers(house)).sort()).toEqual(['12', '12+13', '13', '14', '15']);
    house.book({ id: 'many', covers: 7 });
    expect(places(offers(house, 'many'))).toEqual(['12+13']);
    expect(kinds(offers(house, 'many')[0] as SeatOffer)).toContain('combine');
  });

  test('is not what is blocked, nor a table that stands pushed together with others', () => {
    const house = new DoorHouse();
    house.book({ covers: 4 });
    house.say({ type: 'table.mark', table: '14', state: 'blocked', reason: 'wobbly', until: null }, host);
    house.say({ type: 'table.combine', tables: ['13', '15'] }, host);
    expect(places(offers(house))).toEqual(['12', '13+15']);
    expect(reason(at(house, ['14']), 'blocked')).toMatchObject({ table: '14', reason: 'wobbly' });
    // Whoever points at one of them means both.
    expect(at(house, ['13'])).toMatchObject({ tables: ['13', '15'], seats: 8, isToCombine: false });
  });

  test('is tight above the seats and no place above the most that fit', () => {
    const tables = WITH_FLOOR.floor.tables.map((table) => ({ ...table, maxSeats: table.seats + 1 }));
    const house = new DoorHouse(withFloor({ tables, combinations: [] }));
    house.book({ covers: 5 });
    expect(reason(at(house, ['12']), 'tight')).toMatchObject({ seats: 4, covers: 5 });
    expect(kinds(at(house, ['10']))).toContain('small');
    expect(places(offers(house))).toEqual(['12', '13', '14', '15']);
  });
});

describe('[S51] the order', () => {
  test('a two gets a table for two before one for four, and never first the one for eight', () => {
    const eight = { ...WITH_FLOOR.floor.tables[0], id: '20', seats: 8 };
    const tables = [eight, ...WITH_FLOOR.floor.tables] as HouseConfig['floor']['tables'];
    const house = new DoorHouse(withFloor({ tables }));
    house.book({ covers: 2 });
    const order = places(offers(house));
    expect(order.slice(0, 2).sort()).toEqual(['10', '11']);
    expect(order.slice(-2).sort()).toEqual(['12+13', '20']);
    expect(reason(at(house, ['20']), 'spare')).toMatchObject({ seats: 8, covers: 2 });
  });

  test('what the party is booked for goes before what fits better, and others are told apart from it', () => {
    const house = new DoorHouse();
    house.book({ covers: 2, tables: ['14'], locked: true });
    expect(places(offers(house))[0]).toBe('14');
    expect(reason(at(house, ['14']), 'booked')).toMatchObject({ isLocked: true });
    expect(reason(at(house, ['10']), 'elsewhere')).toMatchObject({ tables: ['14'], isLocked: true });
  });

  test('a clean table goes before a dirty one, which is said', () => {
    const house = new DoorHouse();
    house.book({ covers: 2 });
    house.say({ type: 'table.mark', table: '10', state: 'dirty', reason: null, until: null }, pos);
    expect(places(offers(house)).slice(0, 2)).toEqual(['11', '10']);
    expect(reason(at(house, ['10']), 'dirty')).toMatchObject({ since: house.now });
  });
});

describe('[S52] a table that somebody sits at', () => {
  test('comes last, soonest free first, and is not to be seated', () => {
    const house = new DoorHouse(withFloor({ combinations: [] }));
    for (const id of ['a', 'b', 'c', 'd', 'r1']) house.book({ id, covers: 3, at: EVENING });
    house.book({ id: 'short', covers: 3, durationMinutes: 30 });
    house.seat('a', ['12']);
    house.later(16 * MINUTE);
    house.seat('short', ['13']);
    expect(places(offers(house))).toEqual(['14', '15', '13', '12']);
    house.seat('c', ['14']);
    house.seat('d', ['15']);
    const list = offers(house);
    expect([bestOffer(list), list[0]?.isStopped]).toEqual([null, true]);
    expect(reason(at(house, ['13']), 'taken')).toEqual({
      kind: 'taken',
      table: '13',
      party: house.party('short').id,
      freeAt: house.now + 30 * MINUTE,
    });
    expect(at(house, ['12']).freeAt).toBe(EVENING + 105 * MINUTE);
  });
});

describe('[S53] a table that is promised', () => {
  test('to another before this party is expected to leave is said with whom and when, and goes behind those that are not', () => {
    const house = new DoorHouse();
    house.book({ covers: 2, at: EVENING });
    house.book({ id: 'next', covers: 2, at: EVENING + HOUR, tables: ['10'], locked: true });
    house.book({ id: 'after', covers: 2, at: EVENING + 3 * HOUR, tables: ['11'] });
    house.book({ id: 'called-off', covers: 2, at: EVENING + HOUR, tables: ['11'], state: 'cancelled' });
    expect(places(offers(house))[0]).toBe('11');
    expect(warnings(at(house, ['11']))).toEqual([]);
    expect(reason(at(house, ['10']), 'promised')).toEqual({
      kind: 'promised',
      party: house.party('next').id,
      at: EVENING + HOUR,
      isLocked: true,
    });
  });

  test('to somebody who stands at the door or is late is wanted now', () => {
    const house = new DoorHouse();
    house.book({ covers: 2, at: EVENING });
    house.book({ id: 'early', covers: 2, at: EVENING + 3 * HOUR, tables: ['10'] });
    expect(kinds(at(house, ['10']))).not.toContain('promised');
    house.arrive('early');
    expect(reason(at(house, ['10']), 'promised')).toMatchObject({ at: house.now });
  });
});

describe('[S54] what must be said', () => {
  test('is a ticket that was rung up there for nobody', () => {
    const house = new DoorHouse();
    house.book({ id: 'due', at: EVENING, tables: ['12'] });
    house.book({ id: 'r1', covers: 4 });
    house.put({ table: '12', items: [{ id: 'soup', course: 1 }] });
    house.press('party.cancel', 'due');
    expect(warnings(at(house, ['12']))).toEqual(['ticket']);
    expect(places(offers(house)).slice(0, 4)).toEqual(['13', '14', '15', '12']);
  });

  test('is that the covers of this quarter of an hour are over the limit; then seating asks why', () => {
    const house = new DoorHouse();
    house.book({ id: 'a', covers: 9 });
    house.book({ covers: 4 });
    house.seat('a', ['12', '13']);
    expect(reason(at(house, ['14']), 'over')).toEqual({ kind: 'over', seated: 9, covers: 4, limit: 12 });
    expect(at(house, ['14']).asksWhy).toBe(true);
    expect(house.seat('r1', ['14'])).toBe('over_limit');
    house.later(15 * MINUTE);
    expect(at(house, ['14']).asksWhy).toBe(false);
  });
});

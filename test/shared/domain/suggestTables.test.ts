import { describe, expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { eveningOf, judgeTables, type SeatOffer } from '../../../shared/domain/selectors/judgeTables.ts';
import { rotation } from '../../../shared/domain/selectors/rotation.ts';
import { isWarning, type SeatReasonKind } from '../../../shared/domain/selectors/seatReasons.ts';
import { bestOffer, suggestTables } from '../../../shared/domain/selectors/suggestTables.ts';
import { DoorHouse, host, WITH_FLOOR } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE, pos } from '../../support/house.ts';

const offers = (house: DoorHouse, id = 'r1') =>
  suggestTables(house.state, house.config, house.now, house.party(id));
const places = (list: readonly SeatOffer[]) => list.map(({ tables }) => tables.join('+'));
const at = (house: DoorHouse, tables: string[], id = 'r1') =>
  judgeTables(eveningOf(house.state, house.config, house.now), house.party(id), tables);
const kinds = ({ reasons }: SeatOffer): SeatReasonKind[] => reasons.map(({ kind }) => kind);
const reason = (offer: SeatOffer, kind: SeatReasonKind) => offer.reasons.find((one) => one.kind === kind);
const warnings = ({ reasons }: SeatOffer) => reasons.filter(isWarning).map(({ kind }) => kind);

/** Mara has A (10, 11, 12), Ivo and Ana have B (13, 14, 15). */
function withServers(): DoorHouse {
  const house = new DoorHouse();
  for (const [server, section] of [
    ['Mara', 'A'],
    ['Ivo', 'B'],
    ['Ana', 'B'],
  ] as const)
    house.say({ type: 'server.assign', server, sections: [section] }, host);
  return house;
}

function withFloor(change: Partial<HouseConfig['floor']>): HouseConfig {
  return HouseConfig.parse({ ...WITH_FLOOR, floor: { ...WITH_FLOOR.floor, ...change } });
}

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

describe('[S55] whose turn it is', () => {
  test('goes round: who has waited longest, then who had the fewest covers', () => {
    const house = withServers();
    const turns = () => rotation(house.state, house.config).map(({ server, turn }) => `${server} ${turn}`);
    for (const id of ['a', 'b', 'r1']) house.book({ id, covers: 2 });
    expect(turns()).toEqual(['Ana 0', 'Ivo 1', 'Mara 2']);
    const first = offers(house, 'a').find(({ server }) => server === 'Ana') as SeatOffer;
    expect(kinds(first)).toContain('next');
    expect(at(house, ['10'], 'a').server).toBe('Mara');
    house.seat('b', ['10']);
    house.later(MINUTE);
    house.seat('a', ['13']);
    expect(turns()).toEqual(['Ivo 0', 'Mara 1', 'Ana 2']);
    expect(rotation(house.state, house.config)).toMatchObject([
      { server: 'Ivo', parties: 0, lastSeatedAt: null },
      { server: 'Mara', tables: ['10'] },
      // Where nobody named a server the hub gives the table to whom the host was offered.
      { server: 'Ana', tables: ['13'], coversNow: 2, parties: 1, covers: 2 },
    ]);
  });

  test('is not changed by a seating that was taken back, and who is CUT has none', () => {
    const house = withServers();
    house.book({ covers: 2 });
    house.seat('r1', ['10']);
    const step = house.party().steps.findLast(({ kind }) => kind === 'seat')?.seq ?? -1;
    house.say({ type: 'party.undo', party: house.party().id, step, seen: house.seq }, host);
    house.say({ type: 'server.cut', server: 'Ana', isCut: true }, host);
    expect(rotation(house.state, house.config)).toMatchObject([
      { server: 'Ivo', turn: 0, lastSeatedAt: null },
      { server: 'Mara', turn: 1, lastSeatedAt: null },
      { server: 'Ana', turn: null },
    ]);
  });
});

describe('[S56] a server', () => {
  test('who had a party less than 10 minutes ago is said, and others go first', () => {
    const house = withServers();
    for (const id of ['a', 'r1']) house.book({ id, covers: 4 });
    house.seat('a', ['12']);
    house.later(9 * MINUTE);
    house.say({ type: 'table.mark', table: '12', state: 'clean', reason: null, until: null }, pos);
    expect(reason(at(house, ['12']), 'again')).toEqual({ kind: 'again', server: 'Mara', at: EVENING });
    expect(offers(house)[0]?.server).toBe('Ana');
    house.later(MINUTE);
    expect(kinds(at(house, ['12']))).not.toContain('again');
  });

  test('whom a booking asks for serves wherever they sit; cut, that asks why', () => {
    const house = withServers();
    house.book({ covers: 2, server: 'Ivo' });
    expect(at(house, ['10'])).toMatchObject({ server: 'Ivo', asksWhy: false });
    expect(kinds(at(house, ['10']))).toContain('asked');
    house.say({ type: 'server.cut', server: 'Ivo', isCut: true }, host);
    expect(at(house, ['10']).asksWhy).toBe(true);
    expect(reason(at(house, ['10']), 'cut')).toMatchObject({ server: 'Ivo' });
  });

  test('nobody takes tables in a section whose servers are all cut: it goes behind the others and is said', () => {
    const house = withServers();
    house.book({ covers: 2 });
    house.say({ type: 'server.cut', server: 'Mara', isCut: true }, host);
    expect(kinds(at(house, ['10']))).toContain('nobody');
    expect(offers(house)[0]?.server).toBe('Ana');
    // Without sections the house does not speak of them.
    const plain = new DoorHouse();
    plain.book({ covers: 2 });
    expect(kinds(at(plain, ['10']))).not.toContain('nobody');
  });
});

describe('[S57] the kitchen', () => {
  test('has room until the quarter of an hour whose covers reach the limit', () => {
    const house = new DoorHouse();
    house.book({ covers: 4, at: EVENING });
    expect(reason(at(house, ['12']), 'room')).toEqual({ kind: 'room', station: null, until: null });
    // What sits down now is the limit's own matter.
    house.book({ id: 'now', covers: 12, at: EVENING + MINUTE });
    expect(reason(at(house, ['12']), 'room')).toMatchObject({ until: null });
    house.book({ id: 'big', covers: 12, at: EVENING + 31 * MINUTE });
    expect(reason(at(house, ['12']), 'room')).toMatchObject({ until: EVENING + 30 * MINUTE });
    house.put({ table: null, channel: 'takeout', items: [{ id: 'soup' }] });
    expect(reason(at(house, ['12']), 'room')).toMatchObject({ station: 'grill' });
  });

  test('has none while a station is over its pace', () => {
    const house = new DoorHouse();
    house.book({ covers: 4, at: EVENING });
    house.put({ table: null, channel: 'takeout', items: [{ id: 'soup', prepSeconds: 60 }] });
    house.later(5 * MINUTE);
    expect(reason(at(house, ['12']), 'busy')).toMatchObject({ station: 'grill', isBehind: true });
    expect(kinds(at(house, ['12']))).not.toContain('room');
  });
});

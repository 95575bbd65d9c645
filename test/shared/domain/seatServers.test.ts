import { describe, expect, test } from 'vitest';
import type { SeatOffer } from '../../../shared/domain/selectors/judgeTables.ts';
import { rotation } from '../../../shared/domain/selectors/rotation.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { EVENING, MINUTE, pos } from '../../support/house.ts';
import { at, kinds, offers, reason, withServers } from '../../support/seatOffers.ts';

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

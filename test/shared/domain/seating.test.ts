import { describe, expect, test } from 'vitest';
import { COMMAND_RULES } from '../../../shared/domain/commands/commandRules.ts';
import { standingOf } from '../../../shared/domain/model/door.ts';
import { DoorHouse, host, secondHost } from '../../support/doorHouse.ts';
import { cook, grill, HOUR, MINUTE, pos } from '../../support/house.ts';

const table = (house: DoorHouse, id: string) => standingOf(house.state.door, id);
const mark = (house: DoorHouse, id: string, state: 'dirty' | 'clean' | 'blocked' | 'open', until?: number) =>
  house.say({ type: 'table.mark', table: id, state, reason: null, until: until ?? null }, pos);

describe('seating', () => {
  test('[S5] tells the POS to open the cover: table, covers, whose section, allergies; who it is by reference', () => {
    const house = new DoorHouse();
    house.say({ type: 'server.assign', server: 'Mara', sections: ['A'] }, host);
    house.book({ allergies: [{ allergen: 'peanut', severity: 'anaphylaxis', words: 'carries a pen' }] });
    house.arrive();
    expect(house.seat('r1', ['12'])).toBe('applied');
    expect(house.events('cover.opened')).toMatchObject([
      {
        tables: ['12'],
        covers: 4,
        server: 'Mara',
        allergies: [{ allergen: 'peanut', severity: 'anaphylaxis', seat: null }],
        person: house.party().person?.personId,
      },
    ]);
    expect(JSON.stringify(house.events('cover.opened'))).not.toContain('Ana');
  });

  test('[S6] of two hosts who seat one table in the same second one wins, the other is told, nobody is lost', () => {
    const house = new DoorHouse();
    house.book({});
    house.book({ id: 'r2' });
    const seen = house.seq;
    expect(house.seat('r1', ['12'], host, { seen })).toBe('applied');
    expect(house.seat('r2', ['12'], secondHost, { seen })).toBe('table_taken');
    expect(house.party('r2').live.state).toBe('booked');
    expect(house.seat('r2', ['13'], secondHost, { seen })).toBe('applied');
    // The same party, by both: the one who came second sees where it sits.
    expect(house.seat('r1', ['14'], secondHost, { seen })).toBe('superseded');
    expect(house.seat('r1', ['12'], secondHost, { seen })).toBe('noop');
  });

  test('[S6] a screen’s own presses follow one another, whatever they had seen', () => {
    const house = new DoorHouse();
    house.book({});
    const seen = house.seq;
    house.say({ type: 'party.arrive', party: house.party().id, arrived: null, seen }, host);
    expect(house.seat('r1', ['12'], host, { seen })).toBe('applied');
  });

  test('[S7] over the limit of the quarter, or with a server who is cut, it asks for a reason and keeps it', () => {
    const house = new DoorHouse();
    for (const [n, id] of ['r1', 'r2', 'r3', 'r4'].entries()) house.book({ id, covers: n < 3 ? 4 : 1 });
    for (const [n, id] of ['r1', 'r2', 'r3'].entries()) expect(house.seat(id, [`${12 + n}`])).toBe('applied');
    expect(house.seat('r4', ['10'])).toBe('over_limit');
    house.later(15 * MINUTE);
    expect(house.seat('r4', ['10'])).toBe('applied');
    house.book({ id: 'r5', covers: 13 });
    expect(house.seat('r5', ['15'], host, { reason: 'regulars' })).toBe('applied');
    expect(house.party('r5').steps.at(-1)).toMatchObject({ kind: 'seat', reason: 'regulars', by: 'host' });
    house.say({ type: 'server.cut', server: 'Ivo', isCut: true }, host);
    house.book({ id: 'r6', covers: 1 });
    house.later(HOUR);
    const about = { type: 'party.seat', party: house.party('r6').id, tables: ['11'], covers: null } as const;
    const said = { ...about, seats: [], server: 'Ivo', seen: house.seq };
    expect(house.say({ ...said, reason: null }, host)).toBe('server_cut');
    expect(house.say({ ...said, reason: 'asked for him' }, host)).toBe('applied');
  });

  test('[S5] it is unseated while nothing is ordered, moved afterwards, and two change places', () => {
    const house = new DoorHouse();
    house.book({});
    house.book({ id: 'r2' });
    house.seat('r1', ['12']);
    expect(house.press('party.unseat')).toBe('applied');
    expect(house.party().live).toMatchObject({ state: 'arrived', tables: [], seatedAt: null });
    house.seat('r1', ['12']);
    house.put({ items: [{ id: 'soup', course: 1 }] });
    expect(house.press('party.unseat')).toBe('conflict');
    const move = (to: string) =>
      house.say({ type: 'party.move', party: house.party().id, tables: [to], seen: house.seq }, host);
    expect(move('14')).toBe('applied');
    house.seat('r2', ['12']);
    expect(move('12')).toBe('table_taken');
    const pair = { party: house.party().id, other: house.party('r2').id };
    expect(house.say({ type: 'party.swap', ...pair, seen: house.seq }, host)).toBe('applied');
    expect([house.party().live.tables, house.party('r2').live.tables]).toEqual([['12'], ['14']]);
  });

  test('[S9] every press is taken back by name, and not from under what was built on it', () => {
    const house = new DoorHouse();
    house.book({ state: 'confirmed' });
    house.arrive();
    house.seat('r1', ['12']);
    const undo = (kind: string, id = 'r1') => {
      const step = house.party(id).steps.findLast((one) => one.kind === kind && !one.isUndone)?.seq ?? -1;
      return house.say({ type: 'party.undo', party: house.party(id).id, step, seen: house.seq }, host);
    };
    expect(undo('arrive')).toBe('superseded');
    house.press('party.leave');
    expect(table(house, '12').dirtySince).toBe(house.now);
    expect(undo('leave')).toBe('applied');
    expect(house.party().live).toMatchObject({ state: 'seated', leftAt: null });
    expect(table(house, '12').dirtySince).toBe(null);
    expect(undo('seat')).toBe('applied');
    expect(house.party().live).toMatchObject({ state: 'arrived', tables: [], seatedAt: null });
    expect(undo('arrive')).toBe('applied');
    expect(house.party().live).toMatchObject({ state: 'confirmed', arrivedAt: null });
    expect(undo('put')).toBe('not_found');
    house.seat('r1', ['12']);
    house.press('party.finish');
    house.book({ id: 'r2' });
    house.seat('r2', ['12']);
    expect(undo('finish')).toBe('table_taken');
    expect(house.replayed()).toEqual(house.state);
  });

  test('[S9] a swap is taken back for both, a press of yesterday for nobody', () => {
    const house = new DoorHouse();
    house.book({});
    house.book({ id: 'r2' });
    house.seat('r1', ['12']);
    house.seat('r2', ['13']);
    const pair = { party: house.party().id, other: house.party('r2').id };
    house.say({ type: 'party.swap', ...pair, seen: house.seq }, host);
    const step = house.party().steps.findLast(({ kind }) => kind === 'swap')?.seq ?? -1;
    expect(house.say({ type: 'party.undo', party: pair.party, step, seen: house.seq }, host)).toBe('applied');
    expect([house.party().live.tables, house.party('r2').live.tables]).toEqual([['12'], ['13']]);
    const seat = house.party().steps.find(({ kind }) => kind === 'seat')?.seq ?? -1;
    house.later(12 * HOUR).tick();
    expect(house.say({ type: 'party.undo', party: pair.party, step: seat, seen: house.seq }, host)).toBe(
      'too_late',
    );
  });
});

describe('tables', () => {
  test('[S10] pushed together they are one: seated, taken and dirty as one, and parted when free', () => {
    const house = new DoorHouse();
    house.book({ covers: 8 });
    house.book({ id: 'r2' });
    expect(house.say({ type: 'table.combine', tables: ['12', '13'] }, host)).toBe('applied');
    house.seat('r1', ['12']);
    expect(house.party().live.tables).toEqual(['12', '13']);
    expect(house.seat('r2', ['13'])).toBe('table_taken');
    expect(house.say({ type: 'table.split', table: '13' }, host)).toBe('table_taken');
    house.press('party.finish');
    expect([table(house, '12').dirtySince, table(house, '13').dirtySince]).toEqual([house.now, house.now]);
    expect(house.say({ type: 'table.split', table: '13' }, host)).toBe('applied');
    expect(house.seat('r2', ['13'])).toBe('applied');
    expect(house.party('r2').live.tables).toEqual(['13']);
  });

  test('[S11] a blocked one is not seated, until its time or a word', () => {
    const house = new DoorHouse();
    house.book({});
    mark(house, '12', 'blocked', house.now + 10 * MINUTE);
    expect(mark(house, '12', 'blocked', house.now + 10 * MINUTE)).toBe('noop');
    expect(house.seat('r1', ['12'])).toBe('table_blocked');
    house.later(10 * MINUTE).tick();
    expect(house.seat('r1', ['12'])).toBe('applied');
    mark(house, '13', 'blocked');
    mark(house, '13', 'open');
    expect(table(house, '13').blocked).toBe(null);
  });

  test('[S12] who says dirty, clean or open says that the guests have gone', () => {
    const house = new DoorHouse();
    house.book({});
    house.seat('r1', ['12']);
    expect(mark(house, '12', 'dirty')).toBe('applied');
    expect(house.party().live).toMatchObject({ state: 'finished', leftAt: house.now });
    expect(mark(house, '12', 'dirty')).toBe('noop');
    mark(house, '12', 'clean');
    expect(house.state.door.tables).toEqual({});
  });
});

describe('servers', () => {
  test('[S30] relieve hands over tables and sections in one press, cut stops new ones', () => {
    const house = new DoorHouse();
    house.say({ type: 'server.assign', server: 'Mara', sections: ['A'] }, host);
    house.say({ type: 'server.assign', server: 'Ivo', sections: ['A', 'B'] }, host);
    house.book({ covers: 2 });
    house.book({ id: 'r2', covers: 2 });
    house.book({ id: 'r3', covers: 2 });
    house.seat('r1', ['10']);
    house.later(MINUTE);
    // Whoever has waited longest; before any has had a party, by name.
    house.seat('r2', ['11']);
    expect([house.party().live.server, house.party('r2').live.server]).toEqual(['Ivo', 'Mara']);
    house.say({ type: 'server.cut', server: 'Mara', isCut: true }, host);
    house.seat('r3', ['12']);
    expect(house.party('r3').live.server).toBe('Ivo');
    house.say({ type: 'server.relieve', server: 'Mara', by: 'Ivo' }, host);
    expect(house.party('r2').live.server).toBe('Ivo');
    expect(house.events('server.changed').at(-1)).toMatchObject({ from: 'Mara', tables: ['11'] });
    expect(house.state.door.servers.Mara?.sections).toEqual([]);
  });
});

describe('who may, and away from the hub', () => {
  test('[S40] the door is the host’s; a cook’s screen may not seat', () => {
    const house = new DoorHouse();
    house.book({});
    expect(house.seat('r1', ['12'], cook(grill))).toBe('forbidden');
  });

  test('[S41] what has happened waits for the hub, what needs the whole floor is refused', () => {
    const waits = (type: keyof typeof COMMAND_RULES) => COMMAND_RULES[type].offline === 'queue';
    for (const type of ['party.add', 'party.arrive', 'party.seat', 'party.leave', 'table.mark'] as const)
      expect(waits(type), type).toBe(true);
    for (const type of ['party.swap', 'party.undo', 'server.relieve', 'table.combine'] as const)
      expect(waits(type), type).toBe(false);
  });

  test('[S41] a table seated a quarter of an hour ago is not seated now', () => {
    const house = new DoorHouse();
    house.book({});
    const party = house.party().id;
    const seat = { type: 'party.seat', party, tables: ['12'], covers: null, server: null } as const;
    const said = { ...seat, seats: [], reason: null, seen: house.seq };
    expect(house.say(said, host, house.now - 16 * MINUTE)).toBe('too_late');
    expect(house.say(said, host, house.now - 14 * MINUTE)).toBe('applied');
  });
});

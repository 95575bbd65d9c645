import { expect, test } from 'vitest';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { Actor } from '../../../shared/domain/events/actor.ts';
import { afterStep } from '../../../shared/domain/model/partySteps.ts';
import { doingLines, shiftDoings, shiftLines } from '../../../shared/domain/selectors/shiftDoings.ts';
import { DoorHouse, host, secondHost } from '../../support/doorHouse.ts';
import { HOUR, MINUTE, pos } from '../../support/house.ts';

const listed = (house: DoorHouse) =>
  shiftDoings(house.state, house.config).map(
    ({ party, step, refusal }) => `${party.externalId} ${step.kind}${refusal === null ? '' : ` ${refusal}`}`,
  );

function undo(house: DoorHouse, kind: string, id = 'r1') {
  const step = house.party(id).steps.findLast((one) => one.kind === kind && !one.isUndone)?.seq ?? -1;
  return house.say({ type: 'party.undo', party: house.party(id).id, step, seen: house.seq }, host);
}

test('[S58] the doings of a shift stand newest first with their authors, and say what is in the way', () => {
  const house = new DoorHouse();
  house.book({});
  house.book({ id: 'r2' });
  house.arrive('r1');
  house.later(MINUTE);
  house.seat('r1', ['12'], secondHost);
  house.press('party.finish');
  expect(listed(house)).toEqual(['r1 finish', 'r1 seat superseded', 'r1 arrive superseded']);
  const [, seat] = shiftDoings(house.state, house.config);
  expect(seat?.step).toMatchObject({ at: house.now, by: 'host', screen: 'host-2' });
  house.seat('r2', ['12']);
  expect(listed(house)[1]).toBe('r1 finish table_taken');
  expect(undo(house, 'finish')).toBe('table_taken');
  // What was taken back is no doing any more.
  undo(house, 'seat', 'r2');
  expect(listed(house)[0]).toBe('r1 finish');
  expect(undo(house, 'finish')).toBe('applied');
  house.later(12 * HOUR).tick();
  expect(listed(house)).toEqual([]);
});

test('[S58] both sides of a swap are one doing, and each says where it was put', () => {
  const house = new DoorHouse();
  house.book({});
  house.book({ id: 'r2' });
  house.seat('r1', ['12']);
  house.seat('r2', ['13']);
  const pair = { party: house.party().id, other: house.party('r2').id };
  house.say({ type: 'party.swap', ...pair, seen: house.seq }, host);
  expect(listed(house)).toEqual(['r1 swap', 'r2 seat superseded', 'r1 seat superseded']);
  const [swap, , seat] = shiftDoings(house.state, house.config);
  if (!swap || !seat) throw new Error('nothing was done');
  expect(afterStep(swap.party, swap.step, 'tables')).toEqual(['13']);
  expect(afterStep(seat.party, seat.step, 'tables')).toEqual(['12']);
});

test('[S9] seating is not taken back from under food that is on order', () => {
  const house = new DoorHouse();
  house.book({});
  house.seat('r1', ['12']);
  house.put({ items: [{ id: 'soup', course: 1 }] });
  expect(listed(house)).toEqual(['r1 seat food_ordered']);
  expect(undo(house, 'seat')).toBe('conflict');
  expect(house.party().live).toMatchObject({ state: 'seated', tables: ['12'] });
});

test('[S81] what one press did to several is one line with its number, less what was taken back', () => {
  const house = new DoorHouse();
  const ids = ['r1', 'r2', 'r3'];
  for (const id of ids) house.book({ id, name: id });
  const noShow = (id: string, press?: string) =>
    house.say(
      { type: 'party.noShow', party: house.party(id).id, seen: house.seq, ...(press && { press }) },
      host,
    );
  house.book({ id: 'alone', name: 'alone' });
  noShow('alone');
  // Another host's press falls between.
  noShow('r1', 'night');
  house.book({ id: 'other', name: 'other' });
  house.arrive('other', null, secondHost);
  noShow('r2', 'night');
  noShow('r3', 'night');
  const lines = () =>
    doingLines(shiftDoings(house.state, house.config)).map(
      ({ doings, open }) => `${doings.map(({ party }) => party.externalId).join(' ')}: ${open.length}`,
    );
  expect(lines()).toEqual(['r3 r2 r1: 3', 'other: 1', 'alone: 1']);
  undo(house, 'no_show', 'r2');
  house.seat('r1', ['12'], secondHost);
  expect(lines()).toEqual(['r1: 1', 'r3 r1: 1', 'other: 1', 'alone: 1']);
  expect(house.replayed()).toEqual(house.state);
});

test('[S84] what was said of tables stands in the list and is taken back there, all of one press at once', () => {
  const house = new DoorHouse();
  const mark = (table: string, state: 'dirty' | 'clean', more: { press?: string; by?: Actor } = {}) =>
    house.say(
      {
        type: 'table.mark',
        table,
        state,
        reason: null,
        until: null,
        ...(more.press && { press: more.press }),
      },
      more.by ?? host,
    );
  const lines = () =>
    shiftLines(house.state, house.config).map(({ doings, open }) =>
      [
        ...doings.map((doing) =>
          'party' in doing
            ? doing.step.kind
            : 'table' in doing.step
              ? `${doing.step.table} ${doing.step.mark}`
              : doing.step.mark,
        ),
        open.length,
      ].join(', '),
    );
  const undo = (table: string, step: number) => house.say({ type: 'table.undo', table, step }, host);
  const stepOf = (table: string) =>
    house.state.door.tableSteps.findLast((step) => step.table === table)?.seq ?? -1;
  // What the POS says is no press of a person.
  mark('10', 'dirty', { by: pos });
  expect(lines()).toEqual([]);
  mark('12', 'dirty', { by: secondHost });
  for (const table of ['10', '12']) mark(table, 'clean', { press: 'night' });
  expect(lines()).toEqual(['12 clean, 10 clean, 2', '12 dirty, 0']);
  expect(shiftLines(house.state, house.config)[1]?.doings[0].step).toMatchObject({
    screen: 'host-2',
    by: 'host',
  });
  expect(undo('12', stepOf('12'))).toBe('applied');
  expect(undo('12', stepOf('12'))).toBe('noop');
  expect(house.state.door.tables['12']?.dirtySince).toBe(house.now);
  expect(lines()).toEqual(['10 clean, 1', '12 dirty, 1']);
  // Guests at a table stay there, and it stays clean.
  house.book({});
  house.seat('r1', ['10']);
  expect(lines()[1]).toBe('10 clean, 0');
  expect(undo('10', stepOf('10'))).toBe('table_taken');
  expect(house.party().live.state).toBe('seated');
  // Whoever says that a table is dirty under guests says of them that they have gone: once, with them.
  mark('10', 'dirty');
  expect(lines()).toEqual(['finish, 1', 'seat, 0', '10 clean, 0', '12 dirty, 1']);
  expect(undo('10', stepOf('10'))).toBe('superseded');
  expect(undo('10', 4_711)).toBe('not_found');
  expect(house.replayed()).toEqual(house.state);
  house.later(12 * HOUR).tick();
  expect(house.state.door.tableSteps).toEqual([]);
});

/** `server_relieve mara`: each line of the shift's list, and how much of it the hub would take back. */
const houseLines = (house: DoorHouse) =>
  shiftLines(house.state, house.config).map(({ doings, open }) => {
    const said = doings.map((doing) => {
      if ('party' in doing) return `${doing.party.externalId} ${doing.step.kind}`;
      const { step } = doing;
      return `${'server' in step ? step.server : 'table' in step ? step.table : step.tables.join('+')} ${step.mark}`;
    });
    return `${said.join(', ')}: ${open.length}`;
  });

test('[S84] tables pushed together and apart stand in the list by their author, and are taken back from any stand', () => {
  const house = new DoorHouse();
  const combine = (...tables: string[]) => house.say({ type: 'table.combine', tables }, host);
  const undo = (mark: string) => {
    const step = house.state.door.joinSteps.findLast((one) => one.mark === mark && !one.isUndone);
    return house.say({ type: 'table.undo', table: step?.tables[0] ?? '', step: step?.seq ?? -1 }, secondHost);
  };
  const joined = (table: string) => house.state.door.tables[table]?.joined ?? [];
  combine('12', '13');
  expect(houseLines(house)).toEqual(['12+13 combine: 1']);
  expect(shiftLines(house.state, house.config)[0]?.doings[0].step).toMatchObject({
    screen: 'host-1',
    by: 'host',
  });
  // A third comes to the two: what was said first is built on.
  combine('12', '14');
  expect(houseLines(house)).toEqual(['12+13+14 combine: 1', '12+13 combine: 0']);
  expect(undo('combine')).toBe('applied');
  expect([joined('12'), joined('14')]).toEqual([['12', '13'], []]);
  house.say({ type: 'table.split', table: '13' }, secondHost);
  expect(houseLines(house)).toEqual(['12+13 split: 1', '12+13 combine: 0']);
  house.book({});
  house.seat('r1', ['12']);
  expect(undo('split')).toBe('table_taken');
  house.press('party.unseat');
  expect(undo('split')).toBe('applied');
  expect(joined('13')).toEqual(['12', '13']);
  // Who sits at both is not parted from one of them.
  house.seat('r1', ['12', '13']);
  expect(undo('combine')).toBe('table_taken');
  house.press('party.unseat');
  expect(undo('combine')).toBe('applied');
  expect(house.say({ type: 'table.undo', table: '12', step: 4_711 }, host)).toBe('not_found');
  expect(house.state.door.tables).toEqual({});
  expect(house.replayed()).toEqual(house.state);
  house.later(12 * HOUR).tick();
  expect(house.state.door.joinSteps).toEqual([]);
});

test('[S84] what is said of a server stands in the list too; RELIEVE is one line with its tables and one UNDO', () => {
  const house = new DoorHouse();
  const say = (command: ScreenCommand) => house.say(command, host);
  const undo = (mark: string) => {
    const step = house.state.door.serverSteps.findLast((one) => one.mark === mark && !one.isUndone);
    return house.say({ type: 'server.undo', server: step?.server ?? '', step: step?.seq ?? -1 }, secondHost);
  };
  say({ type: 'server.assign', server: 'Mara', sections: ['A'] });
  say({ type: 'server.cut', server: 'Mara', isCut: true });
  expect(houseLines(house)).toEqual(['Mara cut: 1', 'Mara assign: 0']);
  expect(undo('cut')).toBe('applied');
  expect(house.state.door.servers.Mara?.isCut).toBe(false);
  for (const [id, at] of [
    ['r1', '10'],
    ['r2', '11'],
  ] as const) {
    house.book({ id, covers: 2 });
    house.seat(id, [at]);
  }
  say({ type: 'server.relieve', server: 'Mara', by: 'Ivo' });
  expect(houseLines(house)[0]).toBe('Mara relieve, r2 relieve, r1 relieve: 3');
  const { Mara, Ivo } = house.state.door.servers;
  expect([Mara?.sections, Ivo?.sections, house.party('r2').live.server]).toEqual([[], ['A'], 'Ivo']);
  for (const { doings } of shiftLines(house.state, house.config).slice(0, 1))
    for (const doing of doings)
      if ('party' in doing)
        house.say({ type: 'party.undo', party: doing.party.id, step: doing.step.seq, seen: house.seq }, host);
  expect(undo('relieve')).toBe('applied');
  expect(undo('relieve')).toBe('not_found');
  expect(house.state.door.servers).toMatchObject({ Mara: { sections: ['A'] }, Ivo: { sections: [] } });
  expect(house.party('r1').live.server).toBe('Mara');
  // Said again since: first what came later.
  say({ type: 'server.assign', server: 'Mara', sections: ['B'] });
  const [, first] = house.state.door.serverSteps.filter(({ mark }) => mark === 'assign').toReversed();
  expect(house.say({ type: 'server.undo', server: 'Mara', step: first?.seq ?? -1 }, host)).toBe('superseded');
  expect(house.replayed()).toEqual(house.state);
  house.later(12 * HOUR).tick();
  expect(house.state.door.serverSteps).toEqual([]);
});

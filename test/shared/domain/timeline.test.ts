import { describe, expect, test } from 'vitest';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { shiftTimes } from '../../../shared/config/shiftTimes.ts';
import { timeline } from '../../../shared/domain/selectors/timeline.ts';
import { DoorHouse, host, WITH_FLOOR } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';
import { withFloor } from '../../support/seatOffers.ts';

const lines = (house: DoorHouse) => timeline(house.state, house.config, house.now);
const row = (house: DoorHouse, table: string) =>
  lines(house).rows.find((one) => one.table === table)?.bars ?? [];

describe('the timeline', () => {
  test('holds the shift, by quarters of an hour, and everybody of the day in it', () => {
    const house = new DoorHouse();
    expect(lines(house)).toMatchObject({ from: EVENING - 2 * HOUR, to: EVENING + 6 * HOUR });
    house.book({ id: 'early', at: EVENING - 3 * HOUR + 5 * MINUTE, state: 'confirmed', tables: ['12'] });
    expect(lines(house).from).toBe(EVENING - 3 * HOUR);
    expect(lines(house).rows.map(({ table }) => table)).toEqual(['10', '11', '12', '13', '14', '15']);
  });

  test('[S60] a booking stands for its turn, who sits from when they sat, who has left as it was', () => {
    const house = new DoorHouse();
    house.book({ tables: ['12'], covers: 2, at: EVENING });
    expect(row(house, '12')).toMatchObject([{ kind: 'booked', from: EVENING, to: EVENING + 90 * MINUTE }]);
    house.later(20 * MINUTE).tick();
    // Late: the table is kept for them from now on.
    expect(row(house, '12')).toMatchObject([{ kind: 'late', from: house.now, to: house.now + 90 * MINUTE }]);
    house.seat('r1', ['13']);
    const from = house.now;
    expect(row(house, '12')).toEqual([]);
    expect(row(house, '13')).toMatchObject([{ kind: 'seated', from, to: from + 90 * MINUTE }]);
    house.later(2 * HOUR);
    expect(row(house, '13')).toMatchObject([{ from, to: house.now + 10 * MINUTE }]);
    house.press('party.finish');
    const to = house.now;
    house.later(HOUR);
    expect(row(house, '13')).toMatchObject([{ kind: 'over', from, to, isDouble: false }]);
  });

  test('[S66] a table promised twice at once is marked on both, one after the other is not', () => {
    const house = new DoorHouse();
    house.book({ id: 'a', tables: ['12'], covers: 2, at: EVENING + HOUR });
    house.book({ id: 'b', tables: ['12'], covers: 2, at: EVENING + 2.5 * HOUR });
    expect(row(house, '12').map(({ isDouble }) => isDouble)).toEqual([false, false]);
    house.book({ id: 'b', tables: ['12'], covers: 2, at: EVENING + 2 * HOUR });
    expect(row(house, '12').map(({ isDouble }) => isDouble)).toEqual([true, true]);
    house.press('party.cancel', 'a');
    expect(row(house, '12').map(({ isDouble }) => isDouble)).toEqual([false]);
  });

  test('[S66] who has just left is promised nothing, though the next were due a moment before', () => {
    const house = new DoorHouse();
    house.book({ id: 'a', covers: 2, at: EVENING });
    house.book({ id: 'b', tables: ['12'], covers: 2, at: EVENING + 75 * MINUTE });
    house.seat('a', ['12']);
    house.later(80 * MINUTE);
    expect(row(house, '12').map(({ isDouble }) => isDouble)).toEqual([true, true]);
    house.press('party.finish', 'a');
    expect(row(house, '12').map(({ isDouble }) => isDouble)).toEqual([false, false]);
  });

  test('a booking without a table stands apart; tables that no plan has are below', () => {
    const house = new DoorHouse();
    house.book({ id: 'a' });
    house.book({ id: 'b', tables: ['T99'] });
    expect(lines(house).unplaced).toMatchObject([{ party: house.party('a').id }]);
    expect(lines(house).rows.at(-1)).toMatchObject({ table: 'T99', bars: [{ party: house.party('b').id }] });
  });
});

describe('shift times', () => {
  const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 21, hour, minute);

  test('are of the meal that is, after midnight too, else of the next within a day', () => {
    const span = (now: number) => {
      const times = shiftTimes(WITH_FLOOR, now);
      return times && [times.from, times.to];
    };
    const dinner = [at(17), at(25)];
    expect(span(at(19, 7))).toEqual(dinner);
    expect(span(at(24, 30))).toEqual(dinner);
    expect(span(at(10))).toEqual(dinner);
    expect(span(at(25, 10))).toEqual([at(41), at(49)]);
    expect(shiftTimes({ ...WITH_FLOOR, floor: { ...WITH_FLOOR.floor, shifts: [] } }, at(19))).toBe(null);
  });

  test('keep to their weekdays', () => {
    const [dinner] = WITH_FLOOR.floor.shifts;
    if (!dinner) throw new Error('the house has a dinner');
    // 21 November 2026 is a Saturday.
    const sundays = { ...WITH_FLOOR, floor: { ...WITH_FLOOR.floor, shifts: [{ ...dinner, days: [0] }] } };
    expect(shiftTimes(sundays, at(16))).toBe(null);
    expect(shiftTimes(sundays, at(18))?.from).toBe(at(41));
  });
});

describe('[S83] another day', () => {
  const DAY = 24 * HOUR;
  const tomorrow = (house: DoorHouse) => house.party('next').live.day;
  const on = (house: DoorHouse) => timeline(house.state, house.config, house.now, tomorrow(house));

  test('has its own bookings in its own shift, and today has none of them', () => {
    const house = new DoorHouse();
    house.book({ tables: ['12'], covers: 2, at: EVENING });
    house.book({ id: 'next', tables: ['12'], covers: 2, at: EVENING + DAY });
    house.book({ id: 'none', covers: 2, at: EVENING + DAY + HOUR });
    expect(on(house)).toMatchObject({ from: EVENING + DAY - 2 * HOUR, to: EVENING + DAY + 6 * HOUR });
    expect(on(house).rows.flatMap(({ bars }) => bars)).toMatchObject([
      {
        party: house.party('next').id,
        from: EVENING + DAY,
        to: EVENING + DAY + 90 * MINUTE,
        isDouble: false,
      },
    ]);
    expect(on(house).unplaced).toMatchObject([{ party: house.party('none').id }]);
    expect(row(house, '12')).toMatchObject([{ party: house.party().id }]);
    expect(lines(house).unplaced).toEqual([]);
  });

  test('counts with the turns of the house, not with tonight’s', () => {
    const house = new DoorHouse();
    house.book({ id: 'next', tables: ['14'], covers: 2, at: EVENING + DAY });
    for (const n of [0, 1, 2]) {
      house.book({ id: `t${n}`, covers: 2, at: EVENING });
      house.seat(`t${n}`, ['10']);
      house.later(20 * MINUTE);
      house.press('party.finish', `t${n}`);
      house.say({ type: 'table.mark', table: '10', state: 'clean', reason: null, until: null }, host);
    }
    house.book({ id: 'r1', tables: ['15'], covers: 2, at: EVENING + 2 * HOUR });
    const length = ([bar]: readonly { from: number; to: number }[]) => bar && (bar.to - bar.from) / MINUTE;
    expect(length(row(house, '15'))).toBe(20);
    expect(length(on(house).rows.find(({ table }) => table === '14')?.bars ?? [])).toBe(90);
  });

  test('shows all its shifts, or the evening where the house has none', () => {
    const shifts = [
      { id: 'lunch', name: 'Lunch', from: '12:00', to: '15:00' },
      { id: 'dinner', name: 'Dinner', from: '18:00', to: '23:00' },
    ] as HouseConfig['floor']['shifts'];
    const house = new DoorHouse(withFloor({ shifts }));
    house.book({ id: 'next', covers: 2, at: EVENING + DAY });
    expect(on(house).to - on(house).from).toBe(11 * HOUR);
    const plain = new DoorHouse(withFloor({ shifts: [] }));
    plain.book({ id: 'next', covers: 2, at: EVENING + DAY });
    expect(on(plain)).toMatchObject({ from: EVENING + DAY - HOUR, to: EVENING + DAY + 5 * HOUR });
  });
});

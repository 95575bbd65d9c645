import { describe, expect, test } from 'vitest';
import { shiftTimes } from '../../../shared/config/shiftTimes.ts';
import { timeline } from '../../../shared/domain/selectors/timeline.ts';
import { DoorHouse, WITH_FLOOR } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';

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

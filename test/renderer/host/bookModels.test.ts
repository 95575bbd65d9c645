import { describe, expect, test } from 'vitest';
import { bookRows, type Sort } from '../../../renderer/screens/host/book/bookRows.ts';
import { dayAfter, dayWords } from '../../../renderer/screens/host/book/days.ts';
import { nightCsv } from '../../../renderer/screens/host/book/nightCsv.ts';
import { hoursIn, lanesOf, sharesOf } from '../../../renderer/screens/host/book/timelineLayout.ts';
import { nightFigures } from '../../../shared/domain/selectors/nightFigures.ts';
import { ServiceDay } from '../../../shared/lib/ids.ts';
import { DoorHouse } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';

describe('the book of a day', () => {
  const house = new DoorHouse();
  const NAMES: Record<string, string> = { a: 'Öztürk', b: 'Olsen', c: 'Aziz', d: 'Zander' };
  house.book({ id: 'a', covers: 2, at: EVENING + HOUR, tables: ['12'] });
  house.book({ id: 'b', covers: 6, at: EVENING, tables: ['9'] });
  house.book({ id: 'c', covers: 4, at: EVENING + 2 * HOUR, state: 'requested' });
  house.book({ id: 'd', covers: 2, at: EVENING + 24 * HOUR });
  const order = (sort: Sort, day = house.state.day) =>
    bookRows(house.state.parties.values(), day, sort, 'de', (party) => NAMES[party.externalId] ?? '')
      .map(({ party }) => party.externalId)
      .join('');

  test.each([
    ['time', 'bac'],
    ['name', 'cba'],
    ['covers', 'bca'],
    ['table', 'bac'],
    ['state', 'cba'],
  ] as const)('by %s', (sort, wanted) => expect(order(sort)).toBe(wanted));

  test('is of one service day', () => {
    expect(order('time', dayAfter(house.state.day, 1))).toBe('d');
    expect(order('time', dayAfter(house.state.day, -1))).toBe('');
  });
});

describe('days', () => {
  test('are dates of the wall: over months, and whatever zone the browser is in', () => {
    const day = ServiceDay.parse('2026-02-28');
    expect([dayAfter(day, 1), dayAfter(day, -59)]).toEqual(['2026-03-01', '2025-12-31']);
    expect(dayWords(day, 'en-GB')).toBe('Sat 28 Feb');
  });
});

describe('the layout of the timeline', () => {
  const evening = { from: EVENING, to: EVENING + 2 * HOUR };

  test('is in shares of the whole, cut at its edges', () => {
    expect(sharesOf(evening, { from: EVENING + 30 * MINUTE, to: EVENING + HOUR })).toEqual({
      left: 0.25,
      width: 0.25,
    });
    expect(sharesOf(evening, { from: EVENING - HOUR, to: EVENING + HOUR })).toEqual({ left: 0, width: 0.5 });
    expect(sharesOf(evening, { from: EVENING + HOUR, to: EVENING + 9 * HOUR })).toEqual({
      left: 0.5,
      width: 0.5,
    });
  });

  test('has its half hours above, the last not over the edge', () => {
    const minutes = (from: number) => hoursIn({ ...evening, from }).map(({ at }) => (at - EVENING) / MINUTE);
    expect(minutes(EVENING)).toEqual([0, 30, 60, 90]);
    expect(minutes(EVENING + 15 * MINUTE)).toEqual([30, 60, 90]);
  });
});

test('two bars at once stand one under the other, the next takes the first free line', () => {
  const bars = [
    { from: 0, to: 5 },
    { from: 2, to: 9 },
    { from: 5, to: 7 },
    { from: 6, to: 8 },
  ];
  expect(lanesOf(bars)).toEqual([0, 1, 0, 2]);
});

describe('the night as CSV', () => {
  test('has the figures under their words, and nothing that a spreadsheet would run', () => {
    const house = new DoorHouse();
    house.seat(bookedAt(house), ['=1+1']);
    house.press('party.finish');
    const figures = nightFigures(house.state, house.config, house.now);
    const t = (key: string) => (key === 'host.night.covers' ? 'Covers, "all"' : key);
    const lines = nightCsv('2026-11-21', { ...figures, dirty: ['=1+1'] }, t).split('\r\n');
    expect(lines[0]).toBe('host.night.day,2026-11-21');
    expect(lines).toContain('"Covers, ""all""",4');
    expect(lines.at(-2)).toBe("host.night.dirty,'=1+1");
    expect(lines.at(-1)).toBe('');
  });

  function bookedAt(house: DoorHouse): string {
    house.book({});
    return 'r1';
  }
});

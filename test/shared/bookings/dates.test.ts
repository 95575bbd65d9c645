import { describe, expect, it, test } from 'vitest';
import { orderChoices, readDate } from '../../../shared/bookings/readDate.ts';
import { openClock, readTime } from '../../../shared/bookings/readTime.ts';
import { readWhen } from '../../../shared/bookings/readWhen.ts';
import { wallInstant } from '../../../shared/lib/serviceDay.ts';

const day = (year: number, month: number, of: number) => ({ year, month, day: of });

describe('a day', () => {
  test.each([
    ['2026-09-03'],
    ['2026/9/3'],
    ['20260903'],
    ['Fri, Sep 3, 2026'],
    ['Thursday 3rd September 2026'],
    ['3 de septiembre de 2026'],
    ['mar. 3 sept. 2026'],
    ['3 septembre 2026'],
  ])('%s says itself which is which', (text) => {
    for (const order of ['dmy', 'mdy', null] as const) expect(readDate(text, order)).toEqual(day(2026, 9, 3));
  });

  test('of digits alone is read in the order somebody said, and not without', () => {
    expect(readDate('03/04/2026', 'dmy')).toEqual(day(2026, 4, 3));
    expect(readDate('03/04/2026', 'mdy')).toEqual(day(2026, 3, 4));
    expect(readDate('26/09/03', 'ymd')).toEqual(day(2026, 9, 3));
    expect(readDate('03.04.26', 'dmy')).toEqual(day(2026, 4, 3));
    expect(readDate('03/04/2026', null)).toBeNull();
  });

  test.each(['31/02/2026', '2026-02-30', '00/01/2026', '3 September', 'tomorrow', '', '2026-13-01'])(
    '%j is none',
    (text) => {
      expect(readDate(text, 'dmy')).toBeNull();
    },
  );
});

describe('[S91] day or month first', () => {
  const orders = (...cells: string[]) => orderChoices(cells).map(({ order }) => order);

  it('is asked where every cell could be both, with one of them', () => {
    // Not with the first: it is the 5th of May either way.
    expect(orderChoices(['05/05/2026', '03/04/2026', '12/11/2026'])).toEqual([
      { order: 'dmy', unreadable: 0, example: { text: '03/04/2026', day: day(2026, 4, 3) } },
      { order: 'mdy', unreadable: 0, example: { text: '03/04/2026', day: day(2026, 3, 4) } },
    ]);
    expect(orders('05/05/2026', '06/06/2026')).toEqual(['dmy']);
  });

  it('is settled by one cell that can only be one of them', () => {
    expect(orders('03/04/2026', '25/06/2026')).toEqual(['dmy']);
    expect(orders('03/04/2026', '06/25/2026')).toEqual(['mdy']);
  });

  it('is asked where cells contradict each other, and how many would be lost is said', () => {
    expect(orderChoices(['03/04/2026', '25/06/2026', '26/06/2026', '06/25/2026'])).toMatchObject([
      { order: 'dmy', unreadable: 1 },
      { order: 'mdy', unreadable: 2 },
    ]);
  });

  it('is no question where a cell says it itself, and what is no day settles nothing', () => {
    expect(orders('2026-03-04', '3 sept 2026')).toEqual([]);
    expect(orders('03/04/2026', '45/45/2026')).toEqual(['dmy', 'mdy']);
  });

  it('includes the year where all three have two digits', () => {
    expect(orders('03/04/05')).toEqual(['dmy', 'mdy', 'ymd']);
  });
});

describe('a time', () => {
  test.each([
    ['19:30', 19, 30],
    ['19.30', 19, 30],
    ['19h30', 19, 30],
    ['19h', 19, 0],
    ['1930', 19, 30],
    ['19:30:00', 19, 30],
    ['7:30 PM', 19, 30],
    ['7:30 p. m.', 19, 30],
    ['7pm', 19, 0],
    ['12:15 am', 0, 15],
    ['12:15 PM', 12, 15],
    ['7:30', 7, 30],
  ])('%s', (text, hour, minute) => {
    expect(readTime(text, null)).toEqual({ hour, minute });
  });

  test.each(['25:00', '19:75', '7', '13:00 PM', 'noon', ''])('%j is none', (text) => {
    expect(readTime(text, null)).toBeNull();
  });

  test('before or after noon is asked only where nothing in the column says it', () => {
    expect(openClock(['7:30', '12:00', '8:15'])).toBe('7:30');
    expect(openClock(['29:10', '7:30'])).toBe('7:30');
    expect(openClock(['7:30', '19:00'])).toBeNull();
    expect(openClock(['7:30', '8:00 PM'])).toBeNull();
    expect(openClock(['07:30', '8:00'])).toBeNull();
    expect(readTime('7:30', 'evening')).toEqual({ hour: 19, minute: 30 });
    expect(readTime('12:30', 'evening')).toEqual({ hour: 12, minute: 30 });
    expect(readTime('7:30 am', 'evening')).toEqual({ hour: 7, minute: 30 });
  });
});

test.each([
  ['2026-09-03T19:30:00', null],
  ['2026-09-03 19:30', null],
  ['2026-09-03T19:30:00-04:00', '-04:00'],
  ['2026-09-03T19:30:00Z', 'Z'],
  ['Sep 3, 2026, 7:30 PM', null],
  ['Thu, Sep 3, 2026 at 7:30 PM', null],
  ['3 sept. 2026 à 19h30', null],
])('%s is a day and a time in one cell', (text, offset) => {
  expect(readWhen(text, null, null)).toEqual({
    day: day(2026, 9, 3),
    time: { hour: 19, minute: 30 },
    offset,
  });
});

describe('[S91] the clock on the venue’s wall', () => {
  const madrid = (text: string) => wallInstant(Date.parse(`${text}Z`), 'Europe/Madrid');
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

  it('is the same evening in summer and winter', () => {
    expect(iso(madrid('2026-07-01T21:00:00'))).toBe('2026-07-01T19:00:00.000Z');
    expect(iso(madrid('2026-12-01T21:00:00'))).toBe('2026-12-01T20:00:00.000Z');
  });

  it('never shows the hour that is skipped, and what it shows twice is meant the first time', () => {
    expect(madrid('2026-03-29T02:30:00')).toBeNull();
    expect(iso(madrid('2026-10-25T02:30:00'))).toBe('2026-10-25T00:30:00.000Z');
  });
});

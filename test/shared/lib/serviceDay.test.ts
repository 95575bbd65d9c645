import { expect, test } from 'vitest';
import { serviceDayOf, wallClockOf } from '../../../shared/lib/serviceDay.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** By the wall alone: the day that a clock set back by the hour of the roll shows. */
function dayByWall(at: number, timeZone: string, rollHour: number): string {
  const date = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(at);
  const isBefore = Number(wallClockOf(at, timeZone).time.slice(0, 2)) < rollHour;
  return isBefore ? new Date(Date.parse(`${date}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10) : date;
}

test.each([
  ['Europe/Madrid', 4, '2026-10-24T20:00Z'],
  ['Asia/Kathmandu', 5, '2026-05-01T12:00Z'],
  // Its clocks are set by half an hour.
  ['Australia/Lord_Howe', 2, '2026-10-03T06:00Z'],
  ['America/New_York', 0, '2026-03-07T22:00Z'],
  // An offset of 44.5 minutes: no quarter of an hour tells the day.
  ['Africa/Monrovia', 4, '1971-12-31T20:00Z'],
] as const)(
  'every minute of two nights in %s has the day of its wall, asked again or first',
  (zone, roll, from) => {
    const start = Date.parse(from);
    for (let round = 0; round < 2; round += 1)
      for (let at = start; at < start + 2 * DAY_MS; at += 7 * MINUTE_MS)
        expect(`${at} ${serviceDayOf(at, zone, roll)}`).toBe(`${at} ${dayByWall(at, zone, roll)}`);
  },
);

test('another hour of the roll, or another zone, is another day', () => {
  const at = Date.parse('2026-11-22T02:30:00Z');
  expect(serviceDayOf(at, 'Europe/Madrid', 4)).toBe('2026-11-21');
  expect(serviceDayOf(at, 'Europe/Madrid', 3)).toBe('2026-11-22');
  expect(serviceDayOf(at, 'Asia/Tokyo', 4)).toBe('2026-11-22');
});

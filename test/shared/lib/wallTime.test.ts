import { describe, expect, test } from 'vitest';
import { instantOfWall } from '../../../shared/lib/serviceDay.ts';

const MADRID = 'Europe/Madrid';
const at = (date: string, time: string, zone = MADRID) => {
  const instant = instantOfWall(date, time, zone);
  return instant === null ? null : new Date(instant).toISOString().slice(0, 16);
};

describe('the instant of a time on the wall', () => {
  test.each([
    ['2026-11-21', '20:00', MADRID, '2026-11-21T19:00'],
    ['2026-07-01', '00:30', MADRID, '2026-06-30T22:30'],
    ['2026-11-21', '20:00', 'America/New_York', '2026-11-22T01:00'],
    ['2026-11-21', '20:00', 'Asia/Kolkata', '2026-11-21T14:30'],
  ])('%s %s in %s', (date, time, zone, wanted) => expect(at(date, time, zone)).toBe(wanted));

  test('of an hour that comes twice it is the first, of one left out as much later', () => {
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30');
    expect(at('2026-10-25', '03:30')).toBe('2026-10-25T02:30');
    expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30');
    expect(at('2026-03-29', '03:30')).toBe('2026-03-29T01:30');
  });

  test('what is none is none', () => {
    expect([at('', '20:00'), at('2026-11-21', ''), at('2026-13-01', '20:00')]).toEqual([null, null, null]);
  });
});

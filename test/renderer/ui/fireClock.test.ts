import { describe, expect, test } from 'vitest';
import { fireClockText, fireLevel, minutesText } from '../../../renderer/ui/fireClock.ts';

const clock = { firedAt: 0, soonAt: 480_000, lateAt: 660_000, promisedAt: null };

describe('the fire clock', () => {
  test('NEW until somebody heard it, then OK, SOON, LATE', () => {
    expect(fireLevel(clock, false, 1000)).toBe('new');
    expect(fireLevel(clock, true, 1000)).toBe('ok');
    expect(fireLevel(clock, false, 480_000)).toBe('soon');
    expect(fireLevel(clock, true, 660_000)).toBe('late');
  });
  test('counts up from the fire', () => {
    expect(fireClockText(clock, 485_000)).toBe('8:05');
  });
  test('a promise counts down, then up with a plus', () => {
    const takeout = { ...clock, promisedAt: 600_000 };
    expect(fireClockText(takeout, 480_000)).toBe('2:00');
    expect(fireClockText(takeout, 665_000)).toBe('+1:05');
  });
  test('is never negative', () => {
    expect(fireClockText({ ...clock, firedAt: 5000 }, 0)).toBe('0:00');
  });
  test('from 100 minutes on it shows hours', () => {
    expect(minutesText(99 * 60_000 + 59_000)).toBe('99:59');
    expect(minutesText(101 * 60_000)).toBe('1h41');
  });
});

import { describe, expect, test } from 'vitest';
import { isQuietAt } from '../../../shared/lib/quietHours.ts';

const at = (iso: string) => Date.parse(iso);
const MADRID = 'Europe/Madrid';

describe('quiet hours are read off the wall clock of the venue', () => {
  const night = { from: '22:30', to: '08:00' };
  test.each([
    ['2026-03-06T22:29:59+01:00', false],
    ['2026-03-06T22:30:00+01:00', true],
    ['2026-03-07T00:00:00+01:00', true],
    ['2026-03-07T07:59:00+01:00', true],
    ['2026-03-07T08:00:00+01:00', false],
    // In summer the same hours are others of the world's.
    ['2026-07-07T07:30:00+02:00', true],
    ['2026-07-07T08:30:00+02:00', false],
  ])('%s over midnight: %s', (when, isQuiet) => {
    expect(isQuietAt(night, at(when), MADRID)).toBe(isQuiet);
  });
  test('within a day', () => {
    const siesta = { from: '15:00', to: '17:00' };
    expect(isQuietAt(siesta, at('2026-03-06T16:00:00+01:00'), MADRID)).toBe(true);
    expect(isQuietAt(siesta, at('2026-03-06T17:00:00+01:00'), MADRID)).toBe(false);
    expect(isQuietAt(siesta, at('2026-03-06T23:00:00+01:00'), MADRID)).toBe(false);
  });
});

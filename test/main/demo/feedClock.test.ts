import { describe, expect, test } from 'vitest';
import { FeedClock } from '../../../main/demo/FeedClock.ts';

const FRIDAY = Date.parse('2026-05-15T17:00:00-04:00');

describe("the till's hub time", () => {
  test('begins with the night until the feed has spoken, at its speed', () => {
    const clock = new FeedClock(FRIDAY, 20, 1_000);
    expect(clock.now(1_500)).toBe(FRIDAY + 10_000);
  });

  test('is what the fastest message says, and runs on between messages', () => {
    const clock = new FeedClock(FRIDAY, 20, 0);
    clock.heard(FRIDAY + 60_000, 1_000);
    // This one took 500 ms on the way.
    clock.heard(FRIDAY + 80_000, 2_500);
    expect(clock.now(3_000)).toBe(FRIDAY + 100_000);
  });

  test('never goes back, also when another run of the hub is behind', () => {
    const clock = new FeedClock(FRIDAY, 10, 0);
    clock.heard(FRIDAY + 100_000, 0);
    expect(clock.now(1_000)).toBe(FRIDAY + 110_000);
    clock.forget();
    clock.heard(FRIDAY + 90_000, 2_000);
    expect(clock.now(2_500)).toBe(FRIDAY + 110_000);
    expect(clock.now(5_000)).toBe(FRIDAY + 120_000);
  });
});

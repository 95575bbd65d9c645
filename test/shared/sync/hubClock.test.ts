import { describe, expect, it } from 'vitest';
import { HubClock } from '../../../shared/sync/client/hubClock.ts';
import { FakeTimers } from '../../support/fakeTimers.ts';

const HUB = 1_800_000_000_000;

function clockWith(): { clock: HubClock; timers: FakeTimers } {
  const timers = new FakeTimers();
  return { clock: new HubClock(timers), timers };
}

describe('hub time on a screen', () => {
  it('is 0 before the first word', () => {
    expect(clockWith().clock.now()).toBe(0);
  });

  it('believes the beat that came fastest', () => {
    const { clock, timers } = clockWith();
    for (const delay of [40, 5, 300]) {
      timers.advance(1_000);
      clock.heard(HUB + timers.monotonic() - delay);
    }
    expect(clock.now()).toBe(HUB + timers.monotonic() - 5);
  });

  it('never runs backwards, and goes on moving while the estimate comes down', () => {
    const { clock, timers } = clockWith();
    clock.heard(HUB + timers.monotonic());
    const seen = [clock.now()];
    for (let i = 0; i < 60; i += 1) {
      timers.advance(1_000);
      // The hub turns out to be 800 ms behind what was first believed.
      clock.heard(HUB + timers.monotonic() - 800);
      seen.push(clock.now());
    }
    for (let i = 1; i < seen.length; i += 1) expect(seen[i]).toBeGreaterThan(seen[i - 1] ?? 0);
    expect(clock.now()).toBe(HUB + timers.monotonic() - 800);
  });

  it("follows at once when the hub's time really moved back", () => {
    const { clock, timers } = clockWith();
    clock.heard(HUB + timers.monotonic());
    clock.now();
    timers.advance(1_000);
    clock.heard(HUB + timers.monotonic() - 3_600_000);
    expect(clock.now()).toBe(HUB + timers.monotonic() - 3_600_000);
  });

  it('runs as fast as a demo between two beats', () => {
    const { clock, timers } = clockWith();
    clock.setSpeed(60);
    clock.heard(HUB);
    timers.advance(500);
    expect(clock.now()).toBe(HUB + 30_000);
  });
});

import { expect, it } from 'vitest';
import { StationsDown } from '../../../main/service/paper/StationsDown.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import { Presence } from '../../../shared/sync/server/presence.ts';
import { FakeTimers } from '../../support/fakeTimers.ts';

const grill = 'grill' as StationId;
const HUB = 1_000_000;

function watched() {
  const timers = new FakeTimers();
  const presence = new Presence(timers);
  const down = new StationsDown();
  const config = HouseConfig.parse({ thresholds: { stationDownSeconds: 3 } });
  const hub = { now: () => HUB + timers.monotonic(), speed: 1, config: () => ({ version: 1, config }) };
  down.watch(presence, hub);
  const screen = {};
  const answers = () => presence.here(screen, { station: grill, screen: 'g', isVisible: true });
  /** A look every quarter of a second, as the scheduler has it. */
  const pass = (seconds: number, isAnswering: boolean) => {
    let said: number | null = null;
    for (let quarter = 0; quarter < seconds * 4; quarter += 1) {
      timers.advance(250);
      if (isAnswering) answers();
      said = down.downSince(grill);
    }
    return said;
  };
  return { timers, down, pass };
}

it('a station whose screen answers is not down, and is 3 s after the last answer', () => {
  const { timers, pass } = watched();
  expect(pass(20, true)).toBeNull();
  const gone = HUB + timers.monotonic();
  expect(pass(2, false)).toBeNull();
  expect(pass(2, false)).toBeCloseTo(gone, -4);
});

it('after a start nobody is down before screens had time to come; then it is down since the start', () => {
  const { timers, down, pass } = watched();
  const started = HUB + timers.monotonic();
  expect(down.isJustBack()).toBe(true);
  expect(pass(9, false)).toBeNull();
  expect(pass(2, false)).toBe(started);
  expect(down.isJustBack()).toBe(false);
});

it('a hub that slept does not take its own silence for that of its screens', () => {
  const { timers, down, pass } = watched();
  expect(pass(20, true)).toBeNull();
  timers.advance(60_000);
  expect(down.downSince(grill)).toBeNull();
  expect(pass(1, true)).toBeNull();
});

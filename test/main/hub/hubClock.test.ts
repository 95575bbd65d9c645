import { describe, expect, it } from 'vitest';
import { HubClock } from '../../../main/hub/hubClock.ts';
import { roomyDisk } from '../../support/roomyDisk.ts';
import { checkPut, dataFolder, openTestHub, until } from './hubHarness.ts';

const START = 1_700_000_000_000;

function machine() {
  const at = { wall: START, mono: 0 };
  return { at, sources: { wall: () => at.wall, mono: () => at.mono } };
}

describe('hub time', () => {
  it('is read once, runs with the monotonic clock, and never follows a jump of the wall', () => {
    const { at, sources } = machine();
    const clock = new HubClock(sources, 0);
    at.mono = 1_500.7;
    at.wall = START + 3_600_000;
    expect(clock.now()).toBe(START + 1_500);
    at.wall = START - 3_600_000;
    expect(clock.now()).toBe(START + 1_500);
  });

  it('begins no earlier than the last event, and never goes back', () => {
    const { at, sources } = machine();
    const clock = new HubClock(sources, START + 5_000);
    expect(clock.now()).toBe(START + 5_000);
    at.mono = -10;
    expect(clock.now()).toBe(START + 5_000);
  });

  it('is off past two seconds either way; taking over moves forward only', () => {
    const { at, sources } = machine();
    const clock = new HubClock(sources, 0);
    at.wall = START + 2_000;
    expect(clock.isOff()).toBe(false);
    at.wall = START + 2_001;
    expect(clock.isOff()).toBe(true);
    clock.takeOver();
    expect(clock.now()).toBe(START + 2_001);
    expect(clock.isOff()).toBe(false);
    at.wall = START - 60_000;
    clock.takeOver();
    expect(clock.now()).toBe(START + 2_001);
    expect(clock.isOff()).toBe(true);
  });

  it('of a demo begins at its own instant, runs N times as fast, and knows no wall', () => {
    const { at, sources } = machine();
    const friday = START + 7 * 24 * 3_600_000;
    const clock = new HubClock(sources, 0, { startAt: friday, speed: 20 });
    expect(clock.now()).toBe(friday);
    at.mono = 1_500;
    at.wall = START - 3_600_000;
    expect(clock.now()).toBe(friday + 30_000);
    expect(clock.isOff()).toBe(false);
    clock.takeOver();
    expect(clock.now()).toBe(friday + 30_000);
  });

  it('of a demo goes on from the last event after a restart', () => {
    const { sources } = machine();
    const clock = new HubClock(sources, START + 60_000, { startAt: START, speed: 60 });
    expect(clock.now()).toBe(START + 60_000);
  });

  it('a difference raises one alert while it lasts and clears it once', async () => {
    const { at, sources } = machine();
    const { hub } = openTestHub({ clock: sources, disk: { ...roomyDisk, everyMs: 2 } });
    const types: string[] = [];
    hub.onCommitted(({ events }) => types.push(...events.map(({ type }) => type)));
    at.wall += 10_000;
    await until('an alert', () => types.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(types).toEqual(['alert']);
    expect(Object.keys(hub.state().alerts)).toEqual(['clock_drift']);
    at.wall -= 10_000;
    await until('its end', () => types.length > 1);
    expect(types).toEqual(['alert', 'alert.cleared']);
  });

  it('after a restart on a machine whose clock went back, events still do not', async () => {
    const dataDir = dataFolder();
    const { at, sources } = machine();
    const first = openTestHub({ dataDir, clock: sources });
    await first.hub.submit(checkPut('a'));
    first.stop();
    at.wall -= 3_600_000;
    const { hub } = openTestHub({ dataDir, clock: sources });
    await hub.submit(checkPut('b'));
    const times = hub.eventsAfter(0, 100).map((event) => event.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

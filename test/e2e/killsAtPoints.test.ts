import { expect, test } from 'vitest';
import { HUB_POINTS, PRESS_POINTS, STATION_POINTS } from '../support/crashPoints.ts';
import { KillHouse } from './kills/KillHouse.ts';

/** So many passes after the start: some work has been done by then, and more is under way. */
const NTH = 9;
/** Without a hub no new food comes, so few presses are left to make. */
const NTH_PRESS = 2;
const SEED = 11;

test('hub and station killed at every named point around write, commit, broadcast and ack: nothing lost, nothing twice', async () => {
  const house = await KillHouse.open(SEED, false);
  try {
    await house.hub.crashAtEach(HUB_POINTS, (point) => (point === 'a feed cursor moved' ? 2 : NTH));
    await house.station.crashAtEach(STATION_POINTS, () => NTH);
    await house.hub.awayWhile(() => house.station.crashAtEach(PRESS_POINTS, () => NTH_PRESS));
    const { counts, wrong } = await house.judge();
    expect(wrong).toEqual([]);
    // And once more each time to begin with the first.
    expect(counts).toMatchObject({
      hubKills: HUB_POINTS.length + 2,
      stationKills: STATION_POINTS.length + PRESS_POINTS.length + 2,
    });
    expect(counts.acknowledged).toBeGreaterThan(50);
    expect(counts.presses).toBeGreaterThan(50);
  } finally {
    await house.close();
  }
}, 300_000);

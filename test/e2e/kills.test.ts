import { expect, test } from 'vitest';
import { killRound } from './kills/killRound.ts';

/** `node test/e2e/kills/run.ts --runs 1000 --seed N` kills by the thousand. */
const KILLS = 25;
const SEED = 4;

test('25 SIGKILLs of the hub and 25 of a station at any moment: nothing acknowledged is lost, nothing comes twice', async () => {
  const { counts, wrong } = await killRound({ seed: SEED, hubKills: KILLS, stationKills: KILLS });
  console.log(`kills, seed ${SEED}: ${JSON.stringify(counts)}`);
  expect(wrong).toEqual([]);
  expect(counts.stationKills).toBe(KILLS);
  expect(counts.hubKills).toBeGreaterThanOrEqual(KILLS);
  // Otherwise nobody was hit in the middle of anything.
  expect(counts.acknowledged).toBeGreaterThan(KILLS);
  expect(counts.repeated).toBeGreaterThan(10);
  expect(counts.presses).toBeGreaterThan(100);
  expect(counts.queued).toBeGreaterThan(0);
}, 300_000);

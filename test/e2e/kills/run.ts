import { parseArgs } from 'node:util';
import type { HouseCounts } from './KillHouse.ts';
import { killRound } from './killRound.ts';

/**
 * Kills by hand: `node test/e2e/kills/run.ts --runs 1000 --seed 7` kills the hub and a station a thousand times each, in houses of
 * `--each` kills, and prints what was counted. Ends with 1 when anything was lost or came twice. Wants a build.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '25' },
    each: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [runs, each, seed] = [Number(values.runs), Number(values.each), Number(values.seed)];
const total: Record<string, number> = {};
let wrongs = 0;
console.log(`seed ${seed}: ${runs} kills of the hub and ${runs} of a station`);
for (let done = 0, round = 0; done < runs; round += 1) {
  const kills = Math.min(each, runs - done);
  const roundSeed = seed + round;
  const { counts, wrong } = await killRound({ seed: roundSeed, hubKills: kills, stationKills: kills });
  done += kills;
  add(counts);
  wrongs += wrong.length;
  console.log(`seed ${roundSeed}: ${wrong.length} wrong, ${JSON.stringify(counts)}`);
  for (const what of wrong.slice(0, 20)) console.log(`  WRONG ${what}`);
}
console.log(`seed ${seed}, in all: ${wrongs} wrong, ${JSON.stringify(total)}`);
process.exit(wrongs === 0 ? 0 : 1);

function add(counts: HouseCounts): void {
  for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
}

import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { nights, playNight } from './play.ts';
import { makeTemplate } from './realHub.ts';

/**
 * The fuzz by hand: `node test/sync/fuzz/run.ts --runs 100000 --seed 7` plays about so many steps and says how far it is. What breaks is made
 * shorter and printed with its path: `--seed 7 --path 12:3:0` plays that night again. Ends with 1 when something broke.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    path: { type: 'string' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
/** As many nights at a time as are told of in one line. */
const NIGHTS = 100;
const template = await makeTemplate();
let steps = 0;
let played = 0;
const property = fc.asyncProperty(nights, async (night) => {
  await playNight(template, night);
  steps += night.length;
  played += 1;
  if (played % NIGHTS === 0) console.log(`seed ${seed}: ${played} nights, ${steps} steps`);
  // Enough is enough: the nights that are left are not played.
  fc.pre(steps <= runs || values.path !== undefined);
});
const replay = values.path === undefined ? {} : { path: values.path };
const found = await fc.check(property, { numRuns: runs, seed, maxSkipsPerRun: 0, ...replay });
const isBroken = found.failed && found.errorInstance !== null;
console.log(`seed ${seed}: ${played} nights, ${steps} steps, ${isBroken ? 'BROKEN' : 'nothing broken'}`);
if (isBroken)
  console.log(found.counterexamplePath, JSON.stringify(found.counterexample), found.errorInstance);
rmSync(template.dataDir, { recursive: true, force: true });
process.exit(isBroken ? 1 : 0);

import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTANTS } from './fuzz/mutants.ts';
import { nights, playNight } from './fuzz/play.ts';
import { makeTemplate, type Template } from './fuzz/realHub.ts';
import type { FuzzStep } from './fuzz/steps.ts';

/**
 * Hub, station, screens, POS and feed on the real files and machines; lines that lose, delay, repeat and reorder; processes that end at any
 * point; backups put back. `HEARD_FUZZ_STEPS=100000 HEARD_FUZZ_SEED=7` plays more; a failure prints `seed` and `path`, and
 * `HEARD_FUZZ_PATH` with that seed plays the one night again.
 */
const STEPS = Number(process.env.HEARD_FUZZ_STEPS ?? 2_000);
const SEED = Number(process.env.HEARD_FUZZ_SEED ?? 20_261_122);
const PATH = process.env.HEARD_FUZZ_PATH;
/** Of a night, as fast-check draws them. */
const STEPS_A_NIGHT = 48;
/** A step takes a few milliseconds. */
const TIME_MS = 120_000 + STEPS * 50;

/** Nights that something was wrong in, as fast-check has shortened them. */
const PINNED: ReadonlyArray<readonly FuzzStep[]> = [];

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => rmSync(template.dataDir, { recursive: true, force: true }));

const NIGHTS = Math.ceil(STEPS / STEPS_A_NIGHT);

describe('after any night', () => {
  it(
    `of ${NIGHTS} all replicas equal the hub and every promise holds`,
    async () => {
      let steps = 0;
      const property = fc.asyncProperty(nights, async (night) => {
        steps += night.length;
        await playNight(template, night);
      });
      const replay = PATH === undefined ? {} : { path: PATH };
      await fc.assert(property, { numRuns: NIGHTS, seed: SEED, ...replay });
      console.log(`fuzz, seed ${SEED}: ${steps} steps`);
    },
    TIME_MS,
  );

  it.each(PINNED)('once broken, now whole: %j', async (...night) => {
    await playNight(template, night);
  });
});

/** The same nights that the house itself has just come through. */
describe('a house does not come through these nights', () => {
  it.each(MUTANTS)(
    'with %s',
    async (mutant) => {
      const property = fc.asyncProperty(nights, (night) => playNight(template, night, mutant));
      const found = await fc.check(property, { numRuns: 2 * NIGHTS, seed: SEED, endOnFailure: true });
      const why = String(found.errorInstance);
      console.log(`${mutant}: night ${found.numRuns}, ${why.slice(0, 200)}`);
      expect(found.failed).toBe(true);
    },
    TIME_MS,
  );
});

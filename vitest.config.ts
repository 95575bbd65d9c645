import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const SECOND_MS = 1000;
const ANY_TEST = '*.test.{ts,tsx}';

/** Two cores compute and, in suites which start processes, wait half of the time (21 CPU minutes of 46 in 23): two more files fill that. */
const COMPUTING = 2;
const WAITING = 4;

/** Their limits are times that other work on the same machine would make longer. */
const ALONE = ['bench', 'rush', 'slow'].map((name) => `test/e2e/${name}.test.ts`);

/** Minutes each: begun last they would be waited for with a core idle. */
const LONGEST = [
  'e2e/gallery',
  'e2e/benchRows',
  'e2e/station',
  'e2e/demoNight',
  'e2e/nights',
  'e2e/away',
  'e2e/paper/trouble',
  'e2e/killsAtPoints',
  'e2e/kills',
  'contract/startStop',
  'contract/clocks',
  'contract/damage',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

interface Suite {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly timeoutMs: number;
  /** Files at once. */
  readonly atOnce: number;
}

const inFolders = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/${ANY_TEST}`);

/** A project is a suite: `npm run vitest -- run --project sync`. */
const project = (name: string, order: number, { include, exclude = [], timeoutMs, atOnce }: Suite) => ({
  extends: true as const,
  test: {
    name,
    include: [...include],
    // A suite may have packages of its own, with tests of theirs.
    exclude: ['**/node_modules/**', ...exclude],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    maxWorkers: atOnce,
    fileParallelism: atOnce > 1,
    // Suites one after another, also when one run has several.
    sequence: { groupOrder: order },
  },
});

const SUITES: Readonly<Record<string, Suite>> = {
  unit: { include: inFolders('shared', 'main', 'renderer'), timeoutMs: 30 * SECOND_MS, atOnce: COMPUTING },
  tools: {
    include: inFolders('layers', 'mistakes', 'support'),
    timeoutMs: 60 * SECOND_MS,
    atOnce: COMPUTING,
  },
  contract: { include: inFolders('contract'), timeoutMs: 90 * SECOND_MS, atOnce: WAITING },
  sync: { include: inFolders('sync'), timeoutMs: 60 * SECOND_MS, atOnce: COMPUTING },
  e2e: { include: inFolders('e2e'), exclude: ALONE, timeoutMs: 120 * SECOND_MS, atOnce: WAITING },
  alone: { include: ALONE, timeoutMs: 120 * SECOND_MS, atOnce: 1 },
};

export default defineConfig({
  test: {
    pool: 'forks',
    // A service from its source, or a `heard` command, starts in half the time when another has been compiled before.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled') },
    sequence: { sequencer: LongestFirst },
    projects: Object.entries(SUITES).map(([name, suite], order) => project(name, order, suite)),
  },
});

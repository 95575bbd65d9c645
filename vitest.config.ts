import { defineConfig } from 'vitest/config';

const SECOND_MS = 1000;
const ANY_TEST = '*.test.{ts,tsx}';

/** A project is a suite: `npm run vitest -- run --project sync`. */
const project = (name: string, folders: string[], timeoutMs: number, inTurn = false) => ({
  extends: true as const,
  test: {
    name,
    include: folders.map((folder) => `test/${folder}/**/${ANY_TEST}`),
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    fileParallelism: !inTurn,
  },
});

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      project('unit', ['shared', 'main', 'renderer'], 10 * SECOND_MS),
      project('tools', ['layers', 'mistakes', 'support'], 60 * SECOND_MS),
      project('contract', ['contract'], 30 * SECOND_MS),
      project('sync', ['sync'], 60 * SECOND_MS),
      // These start whole services and browsers; two at once would time each other out.
      project('e2e', ['e2e'], 120 * SECOND_MS, true),
    ],
  },
});

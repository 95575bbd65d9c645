// npm test: every check and every suite, one after another, each with its time. The last line counts them all.
// `npm test -- NAME` runs only the test files whose path holds NAME.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canInstallDebianPackages, DEBIAN_PACKAGES, ensureDebianPackages } from './apt.ts';
import { findBrowser } from './browser.ts';
import { type Count, countRun } from './countRun.ts';

const ROOT = dirname(dirname(import.meta.dirname));
const REPORTS = join(ROOT, '.cache');
/** A suite that takes this long hangs. */
const SUITE_LIMIT_MS = 30 * 60_000;

/** Each of these is one check: it passes or fails as a whole. */
const CHECKS = {
  lint: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  types: ['node_modules/typescript/bin/tsc', '-b'],
  layers: ['test/layers/run.ts'],
  build: ['launch.mjs', 'build'],
};

/** The projects of vitest.config.ts, with the folders their tests are in. */
const SUITES = {
  unit: 'test/{shared,main,renderer}',
  tools: 'test/{layers,support}',
  contract: 'test/contract',
  sync: 'test/sync',
  e2e: 'test/e2e',
  /** Of `test/e2e` too: one file at a time, beside nothing else. */
  alone: 'test/e2e',
};

const running = new Set<ChildProcess>();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/** Runs one of our programs under this same Node and gives its exit code (null when it was killed). */
function run(args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', timeout: SUITE_LIMIT_MS });
    running.add(child);
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
}

async function runVitest(name: string, args: readonly string[]): Promise<Count> {
  const report = join(REPORTS, `test-${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args]);
  return countRun(existsSync(report) ? readFileSync(report, 'utf8') : '', code);
}

const summary: string[] = [];
const total = { passed: 0, failed: 0 };

async function timed(name: string, work: () => Promise<Count>): Promise<void> {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const { passed, failed } = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  summary.push(`${name.padEnd(10)}${seconds.padStart(7)} s  ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}

async function check(args: readonly string[]): Promise<Count> {
  return (await run(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const filters = process.argv.slice(2);
if (filters.length > 0) {
  await timed('build', () => check(CHECKS.build));
  await timed('filtered', () => runVitest('filtered', filters));
} else {
  for (const [name, args] of Object.entries(CHECKS)) await timed(name, () => check(args));
  // Found, or installed, once and before any suite: two at a time would get in each other's way. A failure is told by
  // the tests which need it.
  await findBrowser().catch((error: unknown) => console.error(String(error)));
  const { cables, clock, python } = DEBIAN_PACKAGES;
  if (canInstallDebianPackages())
    await ensureDebianPackages([...cables, ...clock, ...python]).catch((error: unknown) =>
      console.error(String(error)),
    );
  for (const [name, folder] of Object.entries(SUITES)) {
    if (globSync(`${folder}/**/*.test.{ts,tsx}`, { cwd: ROOT }).length === 0)
      summary.push(`${name}: no tests`);
    else await timed(name, () => runVitest(name, ['--project', name]));
  }
}

console.log(`\n${summary.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** The processes a benchmark starts. All have a channel to this one and end when it is gone. */
export const ROOT = join(import.meta.dirname, '..', '..');
/** A log of a million events takes minutes to make. */
const READY_MS = 15 * 60_000;
const STOP_MS = 10_000;

const Ready = z.object({ event: z.literal('ready'), url: z.string() });
const BuildStamp = z.object({ build: z.string() });

/** The build under test. Measured is what people run: `dist`, under the Node that comes with it. */
export interface Build {
  readonly id: string;
  readonly start: string;
  readonly heard: string;
}

export function buildIn(dist: string): Build {
  const folder = resolve(ROOT, dist);
  const start = join(folder, 'service', 'start.js');
  if (!existsSync(start)) throw new Error(`There is no build in ${folder}: npm run build makes it.`);
  const stamp = join(folder, 'build.json');
  const text: unknown = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : { build: 'dev' };
  return { id: BuildStamp.parse(text).build, start, heard: join(folder, 'service', 'heard.js') };
}

/** Arguments for Node that leave a CPU profile when the process ends. */
export function profiling(folder: string | null, name: string): string[] {
  if (folder === null) return [];
  mkdirSync(folder, { recursive: true });
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`];
}

/** `nodeArgs` stand before the program. Its log goes nowhere: writing it out is the service's own work. */
export function spawnNode(
  nodeArgs: readonly string[],
  program: string,
  args: readonly string[],
): ChildProcess {
  return spawn(process.execPath, [...nodeArgs, program, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
  });
}

/** The first line on stdout. Rejects with what the process wrote to stderr when it ends before. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let out = '';
    let err = '';
    const late = setTimeout(() => failed(new Error(`no line within ${READY_MS} ms: ${err}`)), READY_MS);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // The end of it says why; a service that lives on writes its log here all night.
      err = `${err}${text}`.slice(-4_000);
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const end = out.indexOf('\n');
      if (end === -1) return;
      clearTimeout(late);
      done(out.slice(0, end));
    });
    child.once('close', (code) => {
      clearTimeout(late);
      failed(new Error(`ended with ${code}: ${err}`));
    });
  });
}

export interface RunningService {
  readonly child: ChildProcess;
  readonly url: string;
}

export async function startService(
  build: Build,
  dataDir: string,
  nodeArgs: readonly string[] = [],
): Promise<RunningService> {
  const child = spawnNode(nodeArgs, build.start, ['--headless', '--port', '0', '--data', dataDir]);
  const ready: unknown = JSON.parse(await firstLine(child));
  return { child, url: Ready.parse(ready).url };
}

export function createToken(build: Build, dataDir: string, ...flags: string[]): string {
  const args = [build.heard, 'token', 'create', '--data', dataDir, ...flags];
  return execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolveGone) => child.once('close', () => resolveGone()));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(late);
}

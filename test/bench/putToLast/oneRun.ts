import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { cpuTimeMs } from '../cpuTime.ts';
import { type Percentiles, percentilesOf } from '../figures.ts';
import {
  type Build,
  createToken,
  end,
  firstLine,
  profiling,
  type RunningService,
  spawnNode,
  startService,
} from '../processes.ts';
import { Worker } from '../Worker.ts';
import { ArrivedAt, Sent } from './messages.ts';

/** CONTRACT section 6: one put every 20 ms. */
const EVERY_MS = 20;
/** The first puts come faster: they are not measured. */
const WARM_UP_EVERY_MS = 5;

export type Kind = 'heard' | 'floor';

export interface RunOptions {
  readonly kind: Kind;
  readonly screens: number;
  readonly tickets: number;
  readonly warmUp: number;
  readonly build: Build;
  readonly profile: string | null;
}

const here = (file: string) => join(import.meta.dirname, file);
const Url = z.object({ url: z.string() });

export interface RunFigures extends Percentiles {
  /** CPU ms a ticket; null where the system does not tell. */
  readonly hubCpu: number | null;
  readonly screensCpu: number | null;
}

/** One hub with its own fresh folder, one load, N screens: from each put sent until the last screen had it. */
export async function oneRun(options: RunOptions): Promise<RunFigures> {
  const { kind, build, profile } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'heard-bench-'));
  const load = new Worker('load', here('loadProcess.ts'), profiling(profile, `${kind}-load`));
  const screens = new Worker('screens', here('screensProcess.ts'), profiling(profile, `${kind}-screens`));
  let hub: RunningService | null = null;
  try {
    hub = await startHub(options, dataDir);
    const { url } = hub;
    const isHeard = kind === 'heard';
    const posToken = isHeard ? createToken(build, dataDir, '--scope', 'pos', '--name', 'load') : '';
    const screenToken = isHeard ? createToken(build, dataDir, '--scope', 'screen', '--name', 'screens') : '';
    await load.checkClock();
    await screens.checkClock();
    const follow = { kind, url, token: screenToken, build: build.id, screens: options.screens };
    await screens.ask('follow', follow, z.null());
    await load.ask('connect', { url, token: posToken }, z.null());
    return await measure(hub.child.pid, load, screens, options);
  } finally {
    await Promise.all([load.end(), screens.end(), hub ? end(hub.child, 'SIGTERM') : null]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  hubPid: number | undefined,
  load: Worker,
  screens: Worker,
  { tickets, warmUp }: RunOptions,
): Promise<RunFigures> {
  await load.ask('send', { from: 0, count: warmUp, everyMs: WARM_UP_EVERY_MS }, Sent);
  await screens.ask('arrived', { upTo: warmUp }, ArrivedAt);
  const pids = [hubPid, screens.pid];
  const before = pids.map(cpuTimeMs);
  const sentAt = await load.ask('send', { from: warmUp, count: tickets, everyMs: EVERY_MS }, Sent);
  const arrivedAt = await screens.ask('arrived', { upTo: warmUp + tickets }, ArrivedAt);
  const [hubCpu = null, screensCpu = null] = pids.map((pid, at) => {
    const [from, to] = [before[at] ?? null, cpuTimeMs(pid)];
    return from === null || to === null ? null : (to - from) / tickets;
  });
  const latencies = sentAt.map((at, index) => (arrivedAt[warmUp + index] ?? Number.NaN) - at);
  return { ...percentilesOf(latencies), hubCpu, screensCpu };
}

async function startHub({ kind, build, profile }: RunOptions, dataDir: string): Promise<RunningService> {
  const nodeArgs = profiling(profile, `${kind}-hub`);
  if (kind === 'heard') return await startService(build, dataDir, nodeArgs);
  const child = spawnNode(nodeArgs, here('floorHub.ts'), [dataDir]);
  const ready: unknown = JSON.parse(await firstLine(child));
  return { child, url: Url.parse(ready).url };
}

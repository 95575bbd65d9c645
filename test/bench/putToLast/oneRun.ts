import { join } from 'node:path';
import { z } from 'zod';
import { cpuTimeMs } from '../cpuTime.ts';
import { type Percentiles, percentilesOf } from '../figures.ts';
import { type MeasuredHub, startFloorHub, startHeardHub } from '../hub/measuredHub.ts';
import { ArrivedAt, Sent } from '../messages.ts';
import { type Build, profiling } from '../processes.ts';
import { Worker } from '../Worker.ts';

/** CONTRACT section 6: one put every 20 ms. */
const EVERY_MS = 20;
/** The first puts come faster: they are not measured. */
const WARM_UP_EVERY_MS = 5;
const ARRIVE_MS = 60_000;

export type Kind = 'heard' | 'floor';

export interface RunOptions {
  readonly kind: Kind;
  readonly screens: number;
  readonly tickets: number;
  readonly warmUp: number;
  readonly build: Build;
  readonly profile: string | null;
  /** Between two puts; absent: as CONTRACT section 6 has it. */
  readonly everyMs?: number;
}

export interface RunFigures extends Percentiles {
  /** CPU ms a ticket; null where the system does not tell. */
  readonly hubCpu: number | null;
  readonly screensCpu: number | null;
}

const program = (...path: string[]) => join(import.meta.dirname, '..', ...path);

/** One hub with its own fresh folder, one load, N screens: from each put sent until the last screen had it. */
export async function oneRun(options: RunOptions): Promise<RunFigures> {
  const { kind, build, profile } = options;
  const load = new Worker('load', program('load', 'loadProcess.ts'), profiling(profile, `${kind}-load`));
  const screens = new Worker(
    'screens',
    program('screens', 'screensProcess.ts'),
    profiling(profile, `${kind}-screens`),
  );
  let hub: MeasuredHub | null = null;
  try {
    hub = await (kind === 'heard' ? startHeardHub(build, { profile }) : startFloorHub(profile));
    const { url, posToken, screenToken } = hub;
    await load.checkClock();
    await screens.checkClock();
    const follow = { kind, url, token: screenToken, build: build.id, screens: options.screens };
    await screens.ask('follow', { ...follow, bumpAfterMs: null }, z.null());
    await load.ask('connect', { url, token: posToken }, z.null());
    return await measure(hub.pid, load, screens, options);
  } finally {
    await Promise.all([load.end(), screens.end(), hub?.end()]);
  }
}

async function measure(
  hubPid: number | undefined,
  load: Worker,
  screens: Worker,
  { tickets, warmUp, everyMs = EVERY_MS }: RunOptions,
): Promise<RunFigures> {
  const send = (from: number, count: number, every: number) =>
    load.ask('send', { from, count, everyMs: every, isAtOnce: false }, Sent);
  const arrived = (upTo: number) => screens.ask('arrived', { upTo, withinMs: ARRIVE_MS }, ArrivedAt);
  await send(0, warmUp, WARM_UP_EVERY_MS);
  await arrived(warmUp);
  const pids = [hubPid, screens.pid];
  const before = pids.map(cpuTimeMs);
  const sentAt = await send(warmUp, tickets, everyMs);
  const arrivedAt = await arrived(warmUp + tickets);
  const [hubCpu = null, screensCpu = null] = pids.map((pid, at) => {
    const [from, to] = [before[at] ?? null, cpuTimeMs(pid)];
    return from === null || to === null ? null : (to - from) / tickets;
  });
  const latencies = sentAt.map((at, index) => (arrivedAt[warmUp + index] ?? Number.NaN) - at);
  if (latencies.some(Number.isNaN)) throw new Error('a screen never had a ticket');
  return { ...percentilesOf(latencies), hubCpu, screensCpu };
}

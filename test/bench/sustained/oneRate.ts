import { join } from 'node:path';
import { z } from 'zod';
import { cpuTimeMs } from '../cpuTime.ts';
import { percentilesOf } from '../figures.ts';
import { type MeasuredHub, startFloorHub, startHeardHub } from '../hub/measuredHub.ts';
import { ArrivedAt, Fared, Sent } from '../messages.ts';
import { type Build, profiling } from '../processes.ts';
import { Worker } from '../Worker.ts';

/** CONTRACT section 6. */
const BUMP_AFTER_MS = 2_000;
export const P99_LIMIT_MS = 250;
/** A first second at a quarter of the rate: no process is judged by its first, uncompiled steps. */
const WARM_UP_SECONDS = 1;
const WARM_UP_SHARE = 4;
/** What has not come by now was not carried. */
const ARRIVE_MS = 5_000;
const LOOK_AGAIN_MS = 100;

export interface RateOptions {
  readonly kind: 'heard' | 'floor';
  /** Tickets a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly screens: number;
  readonly build: Build;
  readonly profile: string | null;
}

export interface RateFigures {
  readonly rate: number;
  readonly seconds: number;
  readonly isHeld: boolean;
  /** Why it is not held; null when it is. */
  readonly why: string | null;
  /** From the moment a put was due to be sent. */
  readonly p50: number;
  readonly p99: number;
  readonly resyncs: number;
  readonly cuts: number;
  readonly bumped: number;
  /** Share of one core each process used; null where the system does not tell. */
  readonly cpu: {
    readonly hub: number | null;
    readonly screens: number | null;
    readonly load: number | null;
  };
}

const program = (...path: string[]) => join(import.meta.dirname, '..', ...path);

/** One hub with its own fresh folder, all screens, one rate: puts by the clock, whatever became of those before. */
export async function oneRate(options: RateOptions): Promise<RateFigures> {
  const { kind, build, profile } = options;
  const load = new Worker('load', program('load', 'loadProcess.ts'));
  const screens = new Worker(
    'screens',
    program('screens', 'screensProcess.ts'),
    profiling(profile, `sustained-${kind}-screens`),
  );
  let hub: MeasuredHub | null = null;
  try {
    hub = await (kind === 'heard' ? startHeardHub(build, { profile }) : startFloorHub(profile));
    const { url, posToken, screenToken } = hub;
    const follow = { kind, url, token: screenToken, build: build.id, screens: options.screens };
    await screens.ask('follow', { ...follow, bumpAfterMs: BUMP_AFTER_MS }, z.null());
    await load.ask('connect', { url, token: posToken }, z.null());
    return await measured(hub, load, screens, options);
  } finally {
    await Promise.all([load.end(), screens.end(), hub?.end()]);
  }
}

async function measured(
  hub: MeasuredHub,
  load: Worker,
  screens: Worker,
  options: RateOptions,
): Promise<RateFigures> {
  const { rate, seconds } = options;
  const warmUp = Math.ceil((rate * WARM_UP_SECONDS) / WARM_UP_SHARE);
  const count = Math.round(rate * seconds);
  const everyMs = 1_000 / rate;
  const send = (from: number, n: number, every: number) =>
    load.ask('send', { from, count: n, everyMs: every, isAtOnce: true }, Sent);
  const arrived = (upTo: number) => screens.ask('arrived', { upTo, withinMs: ARRIVE_MS }, ArrivedAt);
  await send(0, warmUp, everyMs * WARM_UP_SHARE);
  await arrived(warmUp);

  const pids = [hub.pid, screens.pid, load.pid];
  const [before, startedAt] = [pids.map(cpuTimeMs), performance.now()];
  const sent = await send(warmUp, count, everyMs).then(
    (at) => ({ at, refused: null }),
    (error: unknown) => ({ at: [], refused: error instanceof Error ? error.message : String(error) }),
  );
  const spentMs = performance.now() - startedAt;
  const [hubCpu = null, screensCpu = null, loadCpu = null] = pids.map((pid, at) => {
    const [from, to] = [before[at] ?? null, cpuTimeMs(pid)];
    return from === null || to === null ? null : (to - from) / spentMs;
  });
  const arrivedAt = sent.refused === null ? await arrived(warmUp + count) : [];
  const dueAt = (index: number) => (sent.at[0] ?? Number.NaN) + index * everyMs;
  const latencies = arrivedAt.slice(warmUp).map((at, index) => (at === null ? null : at - dueAt(index)));
  const fared = await allDone(hub, screens, options, warmUp + count);
  const { p50, p99 } = percentilesOf(latencies.map((ms) => ms ?? Number.POSITIVE_INFINITY));
  const why = sent.refused ?? whyNot(latencies, p99, fared, warmUp + count);
  const { resyncs, cuts, bumped } = fared;
  const cpu = { hub: hubCpu, screens: screensCpu, load: loadCpu };
  return { rate, seconds, isHeld: why === null, why, p50, p99, resyncs, cuts, bumped, cpu };
}

/** Waits for the last bump or, in the floor, the last receipt; no longer than a bump and its arrival may take. */
async function allDone(
  hub: MeasuredHub,
  screens: Worker,
  { screens: all }: RateOptions,
  tickets: number,
): Promise<Fared> {
  const until = performance.now() + BUMP_AFTER_MS + ARRIVE_MS;
  for (;;) {
    const fared = await screens.ask('fared', null, Fared);
    const receipts = await hub.receipts();
    const bumped = receipts === null ? fared.bumped : Math.floor(receipts / all);
    if (bumped >= tickets || fared.refused.length > 0 || performance.now() > until)
      return { ...fared, bumped };
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

function whyNot(
  latencies: ReadonlyArray<number | null>,
  p99: number,
  { resyncs, cuts, bumped, refused }: Fared,
  tickets: number,
): string | null {
  const missing = latencies.filter((ms) => ms === null).length;
  if (missing > 0) return `${missing} tickets were not everywhere after ${ARRIVE_MS} ms`;
  if (resyncs + cuts > 0) return `${resyncs} resyncs, ${cuts} cuts`;
  if (p99 > P99_LIMIT_MS) return `p99 ${Math.round(p99)} ms`;
  if (refused[0] !== undefined) return refused[0];
  return bumped < tickets ? `${tickets - bumped} tickets were not done in the end` : null;
}

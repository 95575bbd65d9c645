import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { monotonicMs } from '../monotonic.ts';
import { type Build, buildIn, end, firstLine, profiling, spawnNode } from '../processes.ts';
import { atMost, type Judged, type RowResult, say } from '../row.ts';
import { Lying } from './report.ts';

/** Ms at this many events. */
const TARGETS = { events: 100_000, usable: 1_000, unusable: 3_000 };

const CASES = ['usable', 'unusable'] as const;
type Case = (typeof CASES)[number];

interface Measured {
  readonly size: number;
  readonly snapshot: Case;
  readonly lying: Lying;
  readonly rounds: ReadonlyArray<{ readonly floor: number; readonly heard: number }>;
  readonly floor: number;
  readonly heard: number;
  /** The median of the rounds' ratios. */
  readonly ratio: number;
}

const here = (file: string) => join(import.meta.dirname, file);

/** The service process spawned on the folder of one killed just before a snapshot was due, until its ready line. */
export async function readyAgain(flags: Flags): Promise<RowResult> {
  const build = buildIn(flags.dist);
  const measured: Measured[] = [];
  for (const size of flags.events) {
    const home = mkdtempSync(join(tmpdir(), 'heard-bench-'));
    try {
      const folder = join(home, 'made');
      const lying = await makeFolder(folder, size);
      say(
        `ready again: ${lying.events} events, ${lying.inMemory} tickets in memory, ${lying.open} of them open`,
      );
      for (const snapshot of CASES) {
        if (snapshot === 'unusable') await firstLineOf(here('spoilSnapshots.ts'), [folder]);
        measured.push(await measure(folder, { size, snapshot, lying, build, flags }));
      }
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
  return {
    text: tableText([HEADER, ...measured.map(line)]),
    figures: { unit: 'ms', measured },
    judged: measured.flatMap(judgedOf),
  };
}

async function makeFolder(folder: string, size: number): Promise<Lying> {
  const text: unknown = JSON.parse(await firstLineOf(here('makeFolder.ts'), [folder, String(size)]));
  return Lying.parse(text);
}

interface Setting {
  readonly size: number;
  readonly snapshot: Case;
  readonly lying: Lying;
  readonly build: Build;
  readonly flags: Flags;
}

async function measure(folder: string, { size, snapshot, lying, build, flags }: Setting): Promise<Measured> {
  const from = snapshot === 'usable' ? lying.snapshot : 0;
  const rounds: Array<{ floor: number; heard: number }> = [];
  for (let round = 1; round <= flags.rounds; round += 1) {
    const floor = await onCopy(folder, (copy) => timeToLine([], here('floorRead.mjs'), [copy, String(from)]));
    const nodeArgs = profiling(flags.profile, `ready-${size}-${snapshot}`);
    const heard = await onCopy(folder, (copy) =>
      timeToLine(nodeArgs, build.start, ['--headless', '--port', '0', '--data', copy]),
    );
    rounds.push({ floor, heard });
    say(
      `ready again: ${size}, snapshot ${snapshot}, round ${round}: ${shown(heard)} ms over ${shown(floor)} ms`,
    );
  }
  return {
    size,
    snapshot,
    lying,
    rounds,
    floor: median(rounds.map((round) => round.floor)),
    heard: median(rounds.map((round) => round.heard)),
    ratio: median(rounds.map((round) => round.heard / round.floor)),
  };
}

/** A start writes: each gets a copy of its own. */
async function onCopy<T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  try {
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Ms from the spawn of a process until its first line. */
async function timeToLine(
  nodeArgs: readonly string[],
  program: string,
  args: readonly string[],
): Promise<number> {
  const startedAt = monotonicMs();
  const child = spawnNode(nodeArgs, program, args);
  try {
    await firstLine(child);
    return monotonicMs() - startedAt;
  } finally {
    // Only a usual end leaves a profile.
    await end(child, nodeArgs.length > 0 ? 'SIGTERM' : 'SIGKILL');
  }
}

async function firstLineOf(program: string, args: readonly string[]): Promise<string> {
  const child = spawnNode([], program, args);
  const text = await firstLine(child);
  await end(child, 'SIGKILL');
  return text;
}

function judgedOf({ size, snapshot, heard }: Measured): Judged[] {
  if (size !== TARGETS.events) return [];
  return [atMost(`ready again on ${size} events, snapshot ${snapshot}, ms`, heard, TARGETS[snapshot])];
}

const HEADER = ['events', 'snapshot', 'floor ms', 'ready ms', 'ratio', 'rounds, ready ms'];

function line({ size, snapshot, floor, heard, ratio, rounds }: Measured): string[] {
  const all = rounds.map((round) => shown(round.heard)).join(' ');
  return [String(size), snapshot, shown(floor), shown(heard), shown(ratio), all];
}

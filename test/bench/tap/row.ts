import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, type Percentiles, percentilesOf, shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { type House, openHouse } from '../page/house.ts';
import { type Build, buildIn } from '../processes.ts';
import { atMost, type Judged, type RowResult, say } from '../row.ts';
import { Filler, OPEN } from './Filler.ts';
import { pressPlain } from './floor.ts';
import { type Press, pressBumps, pressItems, settled } from './presses.ts';

export const GLASS = { width: 1920, height: 1080 };
/** CONTRACT section 6; and the machine's own speed, for what the floor is held against there. */
const THROTTLES = [4, 1] as const;
const SLOW = THROTTLES[0];
const FRAME_MS = 16.7;
/** Beside the row, and not judged: enough for its median. */
const PLAIN_PRESSES = 20;
const TARGETS = { p95: 100, p99: 100, longTaskMs: 100, framesOverFloor: 2 };
/** With a pass a dish that is ready may be pressed back; without one it is gone. */
export const CONFIG = { pass: 'expo' };

const KINDS = ['bump', 'item'] as const;
type Kind = (typeof KINDS)[number];

interface Round {
  readonly round: number;
  readonly kind: Kind;
  /** How many times slower than this machine. */
  readonly throttle: number;
  readonly presses: readonly Press[];
  readonly figures: Percentiles;
  /** Ms of tasks that held the main thread for 50 and more, from the first press to the last tile closed up. */
  readonly longTasks: readonly number[];
}

/** A press on a slow tablet with a full board: from the finger's coming up until the frame that shows it. */
export async function tapToPainted(flags: Flags): Promise<RowResult> {
  const build = buildIn(flags.dist);
  const rounds: Round[] = [];
  const plain: number[] = [];
  for (let round = 1; round <= flags.longRounds; round += 1) {
    const made = await oneRound(round, flags, build);
    plain.push(...made.plain.map(({ ms }) => ms));
    for (const one of made.rounds) {
      rounds.push(one);
      say(`tap to painted, round ${round}: ${nameOf(one)} p95 ${shown(one.figures.p95)} ms`);
    }
  }
  const medians = THROTTLES.flatMap((throttle) => KINDS.map((kind) => mediansOf(kind, throttle, rounds)));
  return {
    text: `${tableText([HEADER, ...rounds.map(line), ...medians.map(medianLine)])}\n${plainLine(percentilesOf(plain))}\n${NOTE}`,
    figures: {
      unit: 'ms',
      open: OPEN,
      throttle: SLOW,
      floor: FRAME_MS,
      plain: percentilesOf(plain),
      rounds,
      medians,
    },
    judged: medians.flatMap(judgedOf),
  };
}

interface OneRound {
  readonly rounds: readonly Round[];
  /** Of a page that has nothing but one button. */
  readonly plain: readonly Press[];
}

async function oneRound(round: number, { presses, profile }: Flags, build: Build): Promise<OneRound> {
  const house = await openHouse({ ...GLASS, build, profile, config: CONFIG, hasProbe: true });
  try {
    const filler = new Filler(house);
    await filler.fill();
    const rounds: Round[] = [];
    for (const throttle of THROTTLES) {
      await house.board.throttle(throttle);
      // The first of each kind compile what they run: they are not measured.
      await pressItems(house.board, 2);
      await pressBumps(house.board, 2);
      await filler.fill();
      await settled(house.board);
      for (const kind of KINDS) {
        const take = profile === null ? null : await startProfile(house);
        const pressed = await pressAll(kind, house, filler, presses);
        await take?.(`${profile}/tap-${kind}-${throttle}-${round}.cpuprofile`);
        rounds.push({ round, kind, throttle, ...pressed });
      }
    }
    await house.board.throttle(SLOW);
    return { rounds, plain: await pressPlain(house.board, Math.min(presses, PLAIN_PRESSES)) };
  } finally {
    await house.end();
  }
}

const PRESSES = { item: pressItems, bump: pressBumps };

async function pressAll(
  kind: Kind,
  { board }: House,
  filler: Filler,
  count: number,
): Promise<Pick<Round, 'presses' | 'figures' | 'longTasks'>> {
  const presses: Press[] = [];
  const longTasks: number[] = [];
  while (presses.length < count) {
    await board.page.evaluate(() => window.heardProbe.clear());
    presses.push(...(await PRESSES[kind](board, count - presses.length)));
    say(`tap to painted: ${presses.length} of ${count} ${kind} presses`);
    await settled(board);
    longTasks.push(...(await board.page.evaluate(() => window.heardProbe.longTasks())));
    if (kind === 'bump') await filler.fill();
  }
  return { presses, figures: percentilesOf(presses.map(({ ms }) => ms)), longTasks };
}

/** The page's own CPU profile. */
async function startProfile({ board: { devtools } }: House) {
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.start');
  return async (file: string) => {
    const { profile } = await devtools.send('Profiler.stop');
    writeFileSync(join(file), JSON.stringify(profile));
  };
}

interface Medians extends Percentiles, Pick<Round, 'kind' | 'throttle'> {
  /** One frame of 16.7 ms is the floor. */
  readonly frames: number;
  readonly longTasks: number;
  readonly longest: number;
}

function mediansOf(kind: Kind, throttle: number, all: readonly Round[]): Medians {
  const rounds = all.filter((round) => round.kind === kind && round.throttle === throttle);
  const tasks = rounds.flatMap(({ longTasks }) => longTasks);
  const p95 = median(rounds.map(({ figures }) => figures.p95));
  return {
    kind,
    throttle,
    p50: median(rounds.map(({ figures }) => figures.p50)),
    p95,
    p99: median(rounds.map(({ figures }) => figures.p99)),
    frames: p95 / FRAME_MS,
    longTasks: tasks.filter((ms) => ms > TARGETS.longTaskMs).length,
    longest: Math.max(0, ...tasks),
  };
}

function judgedOf({ kind, throttle, p95, p99, longTasks }: Medians): Judged[] {
  const what = `${kind} press to painted with ${OPEN} open`;
  if (throttle === SLOW)
    return [
      atMost(`${what}, CPU ${SLOW} times slower, p95 ms`, p95, TARGETS.p95),
      atMost(`${what}, CPU ${SLOW} times slower, p99 ms`, p99, TARGETS.p99),
      atMost(`${what}, CPU ${SLOW} times slower, tasks over ${TARGETS.longTaskMs} ms`, longTasks, 0),
    ];
  return [atMost(`${what}, p99 in frames over the floor`, p99 / FRAME_MS - 1, TARGETS.framesOverFloor)];
}

const nameOf = ({ kind, throttle }: Pick<Round, 'kind' | 'throttle'>) =>
  throttle === 1 ? kind : `${kind}, ${throttle} times slower`;

const plainLine = ({ p50, p95 }: Percentiles) =>
  `The same finger on a page of one button, no slower or quicker a processor: p50 ${shown(p50)} ms, p95 ${shown(p95)} ms. That much of the above is the browser's.`;

const NOTE =
  'ms: the later of the main thread having painted the frame and the browser having presented it (in steps of 8 ms); floor 16.7 ms, one frame.';
const HEADER = [
  'press',
  'round',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'p95 in frames',
  'tasks over 100 ms',
  'longest task ms',
];

function line({ round, figures, longTasks, ...what }: Round): string[] {
  const long = longTasks.filter((ms) => ms > TARGETS.longTaskMs).length;
  return cells(nameOf(what), String(round), figures, long, Math.max(0, ...longTasks));
}

function medianLine(medians: Medians): string[] {
  return cells(nameOf(medians), 'median', medians, medians.longTasks, medians.longest);
}

function cells(
  press: string,
  round: string,
  { p50, p95, p99 }: Percentiles,
  long: number,
  longest: number,
): string[] {
  return [press, round, ...[p50, p95, p99, p95 / FRAME_MS].map(shown), String(long), shown(longest)];
}

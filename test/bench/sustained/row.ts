import { median, shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { buildIn } from '../processes.ts';
import { atLeast, type Judged, type RowResult, say } from '../row.ts';
import { highestRate } from './highestRate.ts';
import { oneRate, P99_LIMIT_MS, type RateFigures } from './oneRate.ts';

/** CONTRACT section 6. */
const SCREENS = 30;
/** Over the floor's highest rate. */
const TARGET_RATIO = 0.6;
/** Tickets a second, whatever the floor. */
const TARGET_RATE = 200;
/** A rate is looked for with runs this much shorter than the one that proves it. */
const PROBE_SHARE = 6;
const LEAST_PROBE_SECONDS = 1;
/** A rate which short runs held and the long one did not is tried again this much lower, a few times. */
const STEP_DOWN = 0.85;
const STEPS_DOWN = 8;
/** Where both first rounds begin; the others begin where the last one ended. */
const FIRST_RATE = 100;

type Kind = 'heard' | 'floor';

interface Best {
  /** 0: none was held. */
  readonly rate: number;
  /** The long run at it, or the last one that failed. */
  readonly run: RateFigures;
  readonly tried: readonly RateFigures[];
}

interface Round {
  readonly round: number;
  readonly floor: Best;
  readonly heard: Best;
}

/** The highest rate of tickets that thirty screens keep up with for a minute, each bumped after 2 s. */
export async function sustained(flags: Flags): Promise<RowResult> {
  const rounds: Round[] = [];
  for (let round = 1; round <= flags.longRounds; round += 1) {
    const last = rounds.at(-1);
    const floor = await best('floor', last?.floor.rate, flags);
    const heard = await best('heard', last?.heard.rate, flags);
    rounds.push({ round, floor, heard });
    say(`sustained, round ${round}: ${heard.rate} tickets/s over ${floor.rate}`);
  }
  const floor = median(rounds.map((round) => round.floor.rate));
  const heard = median(rounds.map((round) => round.heard.rate));
  const ratio = median(rounds.map(ratioOf));
  const total = ['median', shown(floor), shown(heard), shown(ratio)];
  return {
    text: `${tableText([HEADER, ...rounds.flatMap(lines), total])}\n${NOTE}`,
    figures: { unit: 'tickets/s', screens: SCREENS, rounds, floor, heard, ratio },
    judged: judgedOf(flags, heard, ratio),
  };
}

/** Not a number where the machine held no rate of the floor: nothing can be said over it, and no target is met. */
const ratioOf = ({ floor, heard }: Pick<Round, 'floor' | 'heard'>) =>
  floor.rate === 0 ? Number.NaN : heard.rate / floor.rate;

/** Short runs say nothing about a minute, and a capped search nothing about the highest. */
function judgedOf({ seconds, mostRate }: Flags, heard: number, ratio: number): Judged[] {
  const what = `sustained with ${SCREENS} screens for ${seconds} s`;
  const isCapped = mostRate !== Number.POSITIVE_INFINITY;
  return [
    ...(isCapped ? [] : [atLeast(`${what}, over the bare loop's highest`, ratio, TARGET_RATIO)]),
    atLeast(`${what}, tickets/s at p99 under ${P99_LIMIT_MS} ms`, heard, Math.min(TARGET_RATE, mostRate)),
  ];
}

async function best(kind: Kind, last: number | undefined, flags: Flags): Promise<Best> {
  const { seconds, mostRate: most, ratePrecision: precision, profile } = flags;
  const build = buildIn(flags.dist);
  const tried: RateFigures[] = [];
  const run = async (rate: number, length: number) => {
    const figures = await oneRate({ kind, rate, seconds: length, screens: SCREENS, build, profile });
    tried.push(figures);
    say(`sustained, ${kind}: ${rate}/s for ${length} s, ${figures.why ?? `p99 ${shown(figures.p99)} ms`}`);
    return figures;
  };
  const probeSeconds = Math.max(LEAST_PROBE_SECONDS, Math.round(seconds / PROBE_SHARE));
  const from = Math.min(most, last === undefined || last === 0 ? FIRST_RATE : last);
  const found = await highestRate(
    { from, most, precision },
    async (rate) => (await run(rate, probeSeconds)).isHeld,
  );
  for (let step = 0; step < STEPS_DOWN && found > 0; step += 1) {
    const rate = Math.floor(found * STEP_DOWN ** step);
    const figures = await run(rate, seconds);
    if (figures.isHeld) return { rate, run: figures, tried };
  }
  const [failed] = tried.slice(-1);
  if (failed === undefined) throw new Error('no rate was tried');
  return { rate: 0, run: failed, tried };
}

const NOTE =
  'Hub, load and all screens are one process each: a process at 100% of a core is what the rate ended at, or the machine when they come to all its cores.';

const HEADER = [
  'round',
  'floor /s',
  'heard /s',
  'ratio',
  'who',
  'p50 ms',
  'p99 ms',
  'resyncs',
  'cuts',
  'hub cpu',
  'screens cpu',
  'load cpu',
  'ended by',
];

function lines({ round, floor, heard }: Round): string[][] {
  const rates = [String(round), String(floor.rate), String(heard.rate), shown(ratioOf({ floor, heard }))];
  return [
    [...rates, ...cells('floor', floor)],
    ['', '', '', '', ...cells('heard', heard)],
  ];
}

function cells(kind: Kind, { run, tried }: Best): string[] {
  const { hub, screens, load } = run.cpu;
  const lowestFailed = tried.filter(({ isHeld }) => !isHeld).sort((a, b) => a.rate - b.rate)[0];
  return [
    kind,
    shown(run.p50),
    shown(run.p99),
    String(run.resyncs),
    String(run.cuts),
    ...[hub, screens, load].map((share) => (share === null ? '?' : `${Math.round(share * 100)}%`)),
    lowestFailed ? `${lowestFailed.rate}/s: ${lowestFailed.why}` : 'nothing tried failed',
  ];
}

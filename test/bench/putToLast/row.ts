import { median, type Percentiles, shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { buildIn } from '../processes.ts';
import { atMost, type RowResult, say } from '../row.ts';
import { oneRun, type RunFigures } from './oneRun.ts';

const FIELDS = ['p50', 'p95', 'p99'] as const;
/** p99 over the floor's, at thirty screens. */
const TARGET = 2;
const TARGET_SCREENS = 30;

interface Round {
  readonly screens: number;
  readonly round: number;
  readonly floor: RunFigures;
  readonly heard: RunFigures;
}

/** From a put sent until the last of N screens has it; floor and Heard alternate, the median ratio counts. */
export async function putToLastScreen(flags: Flags): Promise<RowResult> {
  const build = buildIn(flags.dist);
  const rounds: Round[] = [];
  for (const screens of flags.screens) {
    for (let round = 1; round <= flags.rounds; round += 1) {
      const { tickets, warmUp, profile } = flags;
      const options = { screens, tickets, warmUp, profile, build };
      const floor = await oneRun({ ...options, kind: 'floor' });
      const heard = await oneRun({ ...options, kind: 'heard' });
      rounds.push({ screens, round, floor, heard });
      say(
        `put to last of ${screens}, round ${round}: ${shown(heard.p99)} ms over ${shown(floor.p99)} ms at p99`,
      );
    }
  }
  const medians = flags.screens.map((screens) => mediansOf(screens, rounds));
  return {
    text: tableText([[...HEADER, ...CPU_HEADER], ...rounds.map(roundLine), ...medians.map(medianLine)]),
    figures: { unit: 'ms', tickets: flags.tickets, rounds, medians },
    judged: medians
      .filter(({ screens }) => screens === TARGET_SCREENS)
      .map(({ ratio }) =>
        atMost(`put to last of ${TARGET_SCREENS} screens, p99 over the floor`, ratio.p99, TARGET),
      ),
  };
}

interface Medians {
  readonly screens: number;
  readonly floor: Percentiles;
  readonly heard: Percentiles;
  /** The median of the rounds' ratios. */
  readonly ratio: Percentiles;
}

function mediansOf(screens: number, all: readonly Round[]): Medians {
  const rounds = all.filter((round) => round.screens === screens);
  const over = (pick: (round: Round) => Percentiles): Percentiles => ({
    p50: median(rounds.map((round) => pick(round).p50)),
    p95: median(rounds.map((round) => pick(round).p95)),
    p99: median(rounds.map((round) => pick(round).p99)),
  });
  return {
    screens,
    floor: over(({ floor }) => floor),
    heard: over(({ heard }) => heard),
    ratio: over(ratioOf),
  };
}

function ratioOf({ floor, heard }: Pick<Round, 'floor' | 'heard'>): Percentiles {
  return { p50: heard.p50 / floor.p50, p95: heard.p95 / floor.p95, p99: heard.p99 / floor.p99 };
}

const HEADER = [
  'N',
  'round',
  ...['floor', 'heard', 'ratio'].flatMap((what) => FIELDS.map((field) => `${what} ${field}`)),
];

const CPU_HEADER = ['floor', 'heard'].flatMap((what) => [`${what} hub cpu`, `${what} screens cpu`]);

const cpuCells = ({ hubCpu, screensCpu }: RunFigures) =>
  [hubCpu, screensCpu].map((ms) => (ms === null ? '?' : shown(ms)));

const cells = (figures: Percentiles) => FIELDS.map((field) => shown(figures[field]));

function roundLine(round: Round): string[] {
  const { screens, floor, heard } = round;
  return [
    String(screens),
    String(round.round),
    ...cells(floor),
    ...cells(heard),
    ...cells(ratioOf(round)),
    ...cpuCells(floor),
    ...cpuCells(heard),
  ];
}

function medianLine({ screens, floor, heard, ratio }: Medians): string[] {
  return [String(screens), 'median', ...cells(floor), ...cells(heard), ...cells(ratio)];
}

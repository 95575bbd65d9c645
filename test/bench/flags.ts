import { parseArgs } from 'node:util';

/** What `npm run bench` was asked for. */
export interface Flags {
  /** Where the figures go as JSON; null: nowhere. */
  readonly json: string | null;
  /** Slugs of the rows to run; null: all. */
  readonly rows: readonly string[] | null;
  readonly rounds: number;
  /** Of the rows that take long: as many, unless `--quick` and nobody said a number. */
  readonly longRounds: number;
  /** Tickets measured a run. */
  readonly tickets: number;
  /** Tickets before them, so that no process is judged by its first, uncompiled steps. */
  readonly warmUp: number;
  /** How many screens follow. */
  readonly screens: readonly number[];
  /** Sizes of the logs to be ready again on. */
  readonly events: readonly number[];
  /** Put to painted: tickets a run; each takes the better part of a second. */
  readonly painted: number;
  /** Sustained: how long a rate must hold. */
  readonly seconds: number;
  /** Sustained: tickets a second that are not exceeded. */
  readonly mostRate: number;
  /** Sustained: what failed may be this times what held. */
  readonly ratePrecision: number;
  /** Tap to painted: presses of each kind a round. */
  readonly presses: number;
  /** Bytes down: bumps counted at each size. */
  readonly bumps: number;
  /** A long night's tickets. */
  readonly night: number;
  /** The build to measure, as a path. */
  readonly dist: string;
  /** Folder for CPU profiles of hub and screens; null: none are taken. */
  readonly profile: string | null;
}

export const USAGE =
  'Flags: --json FILE, --row NAME (again for more), --rounds N, --tickets N, --screens 1,10,30, --events 10000,100000,1000000, ' +
  '--painted N, --seconds N, --most-rate N, --presses N, --bumps N, --night N, --quick, --dist DIR, --profile DIR.';

const FULL = {
  rounds: '5',
  longRounds: '5',
  tickets: '1000',
  warmUp: 200,
  screens: '1,10,30',
  events: '10000,100000',
  painted: '60',
  seconds: '60',
  mostRate: null,
  /** A tenth: what a noisy machine can tell apart. */
  ratePrecision: 1.1,
  presses: '40',
  bumps: '50',
  night: '5000',
} as const;

/** Small enough for every change's tests; three rounds, because one alone is at the mercy of the machine. */
const QUICK = {
  rounds: '3',
  longRounds: '1',
  tickets: '100',
  warmUp: 200,
  screens: '30',
  events: '10000',
  painted: '10',
  seconds: '2',
  mostRate: '200',
  ratePrecision: 2,
  presses: '10',
  bumps: '10',
  night: '100',
} as const;

/** Throws with a sentence for the person at the keyboard. */
export function readFlags(args: readonly string[]): Flags {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: text,
      row: { type: 'string', multiple: true },
      rounds: text,
      tickets: text,
      screens: text,
      events: text,
      painted: text,
      seconds: text,
      'most-rate': text,
      presses: text,
      bumps: text,
      night: text,
      quick: { type: 'boolean', default: false },
      dist: { type: 'string', default: 'dist' },
      profile: text,
    },
  });
  const size = values.quick ? QUICK : FULL;
  const count = (flag: 'rounds' | 'tickets' | 'painted' | 'seconds' | 'presses' | 'bumps' | 'night') =>
    countOf(flag, values[flag] ?? size[flag]);
  const mostRate = values['most-rate'] ?? size.mostRate;
  return {
    json: values.json ?? null,
    rows: values.row?.map(slugOf) ?? null,
    rounds: count('rounds'),
    longRounds: countOf('rounds', values.rounds ?? size.longRounds),
    tickets: count('tickets'),
    warmUp: size.warmUp,
    screens: countsOf('screens', values.screens ?? size.screens),
    events: countsOf('events', values.events ?? size.events),
    painted: count('painted'),
    seconds: count('seconds'),
    mostRate: mostRate === null ? Number.POSITIVE_INFINITY : countOf('most-rate', mostRate),
    ratePrecision: size.ratePrecision,
    presses: count('presses'),
    bumps: count('bumps'),
    night: count('night'),
    dist: values.dist,
    profile: values.profile ?? null,
  };
}

/** `Put to last screen` and `put-to-last-screen` are one row. */
export function slugOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/gu, '-');
}

function countsOf(flag: string, text: string): number[] {
  return text.split(',').map((part) => countOf(flag, part));
}

function countOf(flag: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new Error(`--${flag} wants a number above 0, not ${text}.`);
  return Number(text);
}

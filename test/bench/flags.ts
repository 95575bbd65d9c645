import { parseArgs } from 'node:util';

/** What `npm run bench` was asked for. */
export interface Flags {
  /** Where the figures go as JSON; null: nowhere. */
  readonly json: string | null;
  /** Slugs of the rows to run; null: all. */
  readonly rows: readonly string[] | null;
  readonly rounds: number;
  /** Tickets measured a run. */
  readonly tickets: number;
  /** Tickets before them, so that no process is judged by its first, uncompiled steps. */
  readonly warmUp: number;
  /** How many screens follow. */
  readonly screens: readonly number[];
  /** Sizes of the logs to be ready again on. */
  readonly events: readonly number[];
  /** The build to measure, as a path. */
  readonly dist: string;
  /** Folder for CPU profiles of hub and screens; null: none are taken. */
  readonly profile: string | null;
}

export const USAGE =
  'Flags: --json FILE, --row NAME (again for more), --rounds N, --tickets N, --screens 1,10,30, --events 10000,100000,1000000, ' +
  '--quick, --dist DIR, --profile DIR.';

const FULL = { rounds: '5', tickets: '1000', warmUp: 200, screens: '1,10,30', events: '10000,100000' };
/** Small enough for every change's tests; three rounds, because one alone is at the mercy of the machine. */
const QUICK = { rounds: '3', tickets: '100', warmUp: 200, screens: '30', events: '10000' };

/** Throws with a sentence for the person at the keyboard. */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      row: { type: 'string', multiple: true },
      rounds: { type: 'string' },
      tickets: { type: 'string' },
      screens: { type: 'string' },
      events: { type: 'string' },
      quick: { type: 'boolean', default: false },
      dist: { type: 'string', default: 'dist' },
      profile: { type: 'string' },
    },
  });
  const size = values.quick ? QUICK : FULL;
  return {
    json: values.json ?? null,
    rows: values.row?.map(slugOf) ?? null,
    rounds: countOf('rounds', values.rounds ?? size.rounds),
    tickets: countOf('tickets', values.tickets ?? size.tickets),
    warmUp: size.warmUp,
    screens: countsOf('screens', values.screens ?? size.screens),
    events: countsOf('events', values.events ?? size.events),
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

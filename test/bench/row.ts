import type { Flags } from './flags.ts';

/** A target of CONTRACT section 6, judged by the medians of this run. */
export interface Judged {
  readonly target: string;
  readonly value: number;
  readonly limit: number;
  readonly bound: 'most' | 'least';
  readonly isMet: boolean;
}

export interface RowResult {
  /** For people: a table, already laid out. */
  readonly text: string;
  /** For `--json`. */
  readonly figures: unknown;
  readonly judged: readonly Judged[];
}

export interface Row {
  readonly name: string;
  readonly run: (flags: Flags) => Promise<RowResult>;
}

export function atMost(target: string, value: number, limit: number): Judged {
  return { target, value, limit, bound: 'most', isMet: value <= limit };
}

export function atLeast(target: string, value: number, limit: number): Judged {
  return { target, value, limit, bound: 'least', isMet: value >= limit };
}

/** What is being done, for whoever waits: stderr, since stdout is the table's. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

import type { Flags } from './flags.ts';

/** A target of CONTRACT section 6, judged by the medians of this run. */
export interface Judged {
  readonly target: string;
  readonly value: number;
  readonly limit: number;
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
  /** null: comes with a later issue. */
  readonly run: ((flags: Flags) => Promise<RowResult>) | null;
}

export function judge(target: string, value: number, limit: number): Judged {
  return { target, value, limit, isMet: value <= limit };
}

/** What is being done, for whoever waits: stderr, since stdout is the table's. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

import { rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import type { AllDayLine } from './boardView.ts';
import type { OfTickets } from './keptUp.ts';

export type Sum = { -readonly [K in keyof AllDayLine]: AllDayLine[K] };

interface Total {
  readonly line: AllDayLine;
  /** Tickets that count in it: without any it is no line of nought but none. */
  readonly tickets: number;
}

/** What all tickets together still ask for, dish by dish, kept up ticket by ticket. */
export class Totals implements OfTickets {
  private readonly countsOf: (ticket: Ticket) => readonly AllDayLine[];
  private totals = new Map<string, Total>();
  private sorted: readonly AllDayLine[] | null = null;
  /** One key stands under two names: whose it bears hangs on who is there, so that it is counted from the beginning. */
  private isMixed = false;

  constructor(countsOf: (ticket: Ticket) => readonly AllDayLine[]) {
    this.countsOf = countsOf;
  }

  take(before: Ticket | undefined, after: Ticket | undefined): void {
    const [gone, come] = [before, after].map((ticket) => (ticket === undefined ? [] : this.countsOf(ticket)));
    if (gone === come) return;
    for (const line of gone ?? []) this.change(line, -1);
    for (const line of come ?? []) this.change(line, 1);
  }

  /** Most first. The same list while nothing changed. `tickets`: all that were told of. */
  lines(tickets: State['tickets']): readonly AllDayLine[] {
    if (this.sorted !== null) return this.sorted;
    if (this.isMixed) this.countAnew(tickets);
    const lines = [...this.totals.values()].map(({ line }) => line);
    this.sorted = lines.sort(
      (a, b) => b.cooking - a.cooking || b.held - a.held || (a.name < b.name ? -1 : 1),
    );
    return this.sorted;
  }

  private countAnew(tickets: State['tickets']): void {
    this.totals = new Map();
    this.isMixed = false;
    for (const ticket of tickets.values()) this.take(undefined, ticket);
  }

  private change(line: AllDayLine, sign: 1 | -1): void {
    this.sorted = null;
    const known = this.totals.get(line.key);
    const count = (known?.tickets ?? 0) + sign;
    if (known !== undefined && !isCalledTheSame(known.line, line)) this.isMixed = true;
    if (count === 0) this.totals.delete(line.key);
    else this.totals.set(line.key, { line: known ? sumOf(known.line, line, sign) : line, tickets: count });
  }
}

/** Adds one ticket's line to those of others. */
export function add(lines: Map<string, Sum>, line: AllDayLine): void {
  const sum = lines.get(line.key);
  lines.set(line.key, sum ? sumOf(sum, line, 1) : { ...line });
}

function sumOf(sum: AllDayLine, { cooking, held, allergy }: AllDayLine, sign: 1 | -1): Sum {
  return {
    ...sum,
    cooking: rounded(sum.cooking + sign * cooking),
    held: rounded(sum.held + sign * held),
    allergy: rounded(sum.allergy + sign * allergy),
  };
}

function isCalledTheSame(a: AllDayLine, b: AllDayLine): boolean {
  if (a.name !== b.name) return false;
  if (a.names === b.names) return true;
  if (a.names === null || b.names === null) return false;
  const words = Object.entries(a.names);
  return (
    words.length === Object.keys(b.names).length &&
    words.every(([language, word]) => b.names?.[language] === word)
  );
}

import type { ObserveBatch } from '../../hub/Hub.ts';

/** From a disk that is a memory to one that is nearly broken. */
export const BATCH_SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

export interface CommandCount {
  readonly type: string;
  readonly outcome: string;
  readonly count: number;
}

/**
 * What the hub decided, by kind of command and outcome, and how long its batches took. While the hub decides, this adds to numbers and
 * makes nothing. It needs no library, which is loaded only where somebody asks.
 */
export class CommandCounts {
  private readonly counts = new Map<string, Map<string, number>>();
  /** Batches up to each of the bounds and above the one before; the last: above them all. */
  private readonly batches = new Float64Array(BATCH_SECONDS.length + 1);
  private seconds = 0;

  readonly observe: ObserveBatch = (answered, ms) => {
    this.time(ms / 1000);
    for (const { waiting, result } of answered) {
      this.add(waiting.request.command.type, result.ok ? result.outcome : result.code);
    }
  };

  all(): CommandCount[] {
    return [...this.counts].flatMap(([type, outcomes]) =>
      [...outcomes].map(([outcome, count]) => ({ type, outcome, count })),
    );
  }

  /** `upTo`: batches up to each bound, those below it too, as Prometheus has it. */
  durations(): { readonly upTo: readonly number[]; readonly count: number; readonly seconds: number } {
    let count = 0;
    const upTo = [...this.batches].map((here) => {
      count += here;
      return count;
    });
    return { upTo: upTo.slice(0, -1), count, seconds: this.seconds };
  }

  private time(seconds: number): void {
    let bound = 0;
    while (bound < BATCH_SECONDS.length && seconds > (BATCH_SECONDS[bound] ?? 0)) bound += 1;
    this.batches[bound] = (this.batches[bound] ?? 0) + 1;
    this.seconds += seconds;
  }

  private add(type: string, outcome: string): void {
    let outcomes = this.counts.get(type);
    if (outcomes === undefined) {
      outcomes = new Map();
      this.counts.set(type, outcomes);
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
}

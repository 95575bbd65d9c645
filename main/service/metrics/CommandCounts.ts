import { Histogram, type Registry } from 'prom-client';
import type { ObserveBatch } from '../../hub/Hub.ts';

/** From a disk that is a memory to one that is nearly broken. */
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export interface CommandCount {
  readonly type: string;
  readonly outcome: string;
  readonly count: number;
}

/** What the hub decided, by kind of command and outcome. While it decides, this adds to numbers and makes nothing. */
export class CommandCounts {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly durations: Histogram;

  constructor(registry: Registry) {
    this.durations = new Histogram({
      name: 'heard_batch_seconds',
      help: 'From the first decision of a batch to the end of its commit.',
      buckets: SECONDS,
      registers: [registry],
    });
  }

  readonly observe: ObserveBatch = (answered, ms) => {
    this.durations.observe(ms / 1000);
    for (const { waiting, result } of answered) {
      this.add(waiting.request.command.type, result.ok ? result.outcome : result.code);
    }
  };

  all(): CommandCount[] {
    return [...this.counts].flatMap(([type, outcomes]) =>
      [...outcomes].map(([outcome, count]) => ({ type, outcome, count })),
    );
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

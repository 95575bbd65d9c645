import type { Timers } from '../../shared/sync/timers.ts';

interface Planned {
  readonly at: number;
  readonly run: () => void;
}

/** Monotonic time that moves only when the test says so; timers run in the order of their instants. */
export class FakeTimers implements Timers {
  private at = 1_000;
  private planned: Planned[] = [];

  monotonic(): number {
    return this.at;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.at + ms, run };
    this.planned.push(timer);
    return () => {
      this.planned = this.planned.filter((other) => other !== timer);
    };
  }

  advance(ms: number): void {
    const end = this.at + ms;
    for (let next = this.next(end); next; next = this.next(end)) {
      this.planned = this.planned.filter((other) => other !== next);
      this.at = Math.max(this.at, next.at);
      next.run();
    }
    this.at = end;
  }

  private next(end: number): Planned | undefined {
    return this.planned.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

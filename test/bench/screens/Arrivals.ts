import { monotonicMs } from '../monotonic.ts';

/** When the last of N screens had each ticket. */
export class Arrivals {
  private readonly screens: number;
  private readonly seen: number[] = [];
  private readonly lastAt: number[] = [];
  private complete = 0;
  private waiting: { readonly upTo: number; readonly done: () => void } | null = null;

  constructor(screens: number) {
    this.screens = screens;
  }

  has(ticket: number): void {
    const seen = (this.seen[ticket] ?? 0) + 1;
    this.seen[ticket] = seen;
    if (seen !== this.screens) return;
    this.lastAt[ticket] = monotonicMs();
    this.complete += 1;
    if (this.waiting && this.complete >= this.waiting.upTo) this.waiting.done();
  }

  async all(upTo: number): Promise<number[]> {
    if (this.complete < upTo) {
      await new Promise<void>((done) => {
        this.waiting = { upTo, done };
      });
    }
    return this.lastAt.slice(0, upTo);
  }
}

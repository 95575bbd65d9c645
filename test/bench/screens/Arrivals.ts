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

  /** null for each that some screen does not have within `withinMs`. */
  async all(upTo: number, withinMs: number): Promise<Array<number | null>> {
    if (this.complete < upTo) {
      await new Promise<void>((done) => {
        const late = setTimeout(done, withinMs);
        this.waiting = {
          upTo,
          done: () => {
            clearTimeout(late);
            done();
          },
        };
      });
    }
    return Array.from({ length: upTo }, (_, ticket) => this.lastAt[ticket] ?? null);
  }
}

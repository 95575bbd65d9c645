import type { Random } from '../../../shared/demo/random.ts';

/** People do nothing at once: each thing seen waits its own while before a hand goes to it. Hub time. */
export class Patience {
  private readonly random: Random;
  private readonly dueAt = new Map<string, number>();

  constructor(random: Random) {
    this.random = random;
  }

  /** True once the thing has been there for a while drawn from `lowMs` to `highMs` when it was first seen. */
  isRipe(what: string, now: number, lowMs: number, highMs: number): boolean {
    const known = this.dueAt.get(what);
    if (known !== undefined) return now >= known;
    this.dueAt.set(what, now + this.random.between(lowMs, highMs));
    return false;
  }

  /** Not yet, then: a hand that was refused tries again later. */
  rest(what: string, now: number, ms: number): void {
    this.dueAt.set(what, now + ms);
  }
}

import type { HandClock } from '../../../ui/handClock.ts';

/** A tile that comes, tears and is measured anew settles in three. */
const MOST_ROUNDS = 8;

/**
 * How often a board may be laid out before one paint. Heights that followed from where a thing stands would go back and forth for ever, and end
 * the page: then what is too high can be pushed up in its tile, and the kitchen has its board.
 */
export class LayoutRounds {
  private readonly clock: HandClock;
  private rounds = 0;

  constructor(clock: HandClock) {
    this.clock = clock;
  }

  mayAgain(): boolean {
    if (this.rounds === 0) this.clock.after(0, () => this.painted());
    this.rounds += 1;
    return this.rounds <= MOST_ROUNDS;
  }

  private painted(): void {
    this.rounds = 0;
  }
}

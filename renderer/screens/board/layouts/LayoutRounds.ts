import type { HandClock } from '../../../ui/handClock.ts';

/** A tile that comes, tears and is measured anew settles in three. */
const MOST_ROUNDS = 8;
/** What was left as it stood is tried again after so long: a busy machine may have measured often before it painted. */
const LATER_MS = 1_000;

/**
 * How often a board may be laid out before one paint. Heights that followed from where a thing stands would go back and forth for ever, and end
 * the page: then what is too high can be pushed up in its tile, and the kitchen has its board.
 */
export class LayoutRounds {
  private readonly clock: HandClock;
  private readonly again: () => void;
  private rounds = 0;
  private callOffLater: (() => void) | null = null;

  /** `again`: it was refused, and is to be asked for anew. */
  constructor(clock: HandClock, again: () => void) {
    this.clock = clock;
    this.again = again;
  }

  mayAgain(): boolean {
    if (this.rounds === 0) this.clock.after(0, () => this.painted());
    this.rounds += 1;
    if (this.rounds <= MOST_ROUNDS) return true;
    this.callOffLater ??= this.clock.after(LATER_MS, () => this.tryLater());
    return false;
  }

  rest(): void {
    this.callOffLater?.();
    this.callOffLater = null;
  }

  private tryLater(): void {
    this.callOffLater = null;
    this.again();
  }

  private painted(): void {
    this.rounds = 0;
  }
}

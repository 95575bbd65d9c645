import type { Timers } from '../timers.ts';

/** Less than this is a clock being set right, not a sleep. */
const SLEPT_MS = 2_000;

/**
 * Monotonic clocks stand still while a device sleeps, on most of them; its wall clock does not. Somebody who sets the wall clock ahead looks
 * the same: then what is shown passes for old until the hub's next word, and nobody is fooled by that.
 */
export class SleepWatch {
  private readonly timers: Timers;
  private readonly wall: () => number;
  private aheadMs: number;

  /** `wall`: this device's clock, epoch ms. */
  constructor(timers: Timers, wall: () => number) {
    this.timers = timers;
    this.wall = wall;
    this.aheadMs = this.ahead();
  }

  /** How long it slept since the last look, in ms; 0: it did not. */
  look(): number {
    const ahead = this.ahead();
    const sleptMs = ahead - this.aheadMs;
    // Set back, or drifted: that is where it is now.
    this.aheadMs = ahead;
    return sleptMs >= SLEPT_MS ? sleptMs : 0;
  }

  private ahead(): number {
    return this.wall() - this.timers.monotonic();
  }
}

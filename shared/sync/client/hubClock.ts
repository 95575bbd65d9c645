import type { Timers } from '../timers.ts';

/** Beats remembered for the estimate: the one that came fastest is the truest, because a network only ever delays. */
const SAMPLES = 8;
/** Screens never run backwards; while the estimate is behind what was shown, time passes at this part of its speed. */
const SLOWED = 0.5;
/** Further back than this the hub's time really moved (another hub, a time zone of errors set right), and waiting would freeze clocks. */
const STEP_MS = 10_000;

/** Hub time as far as a screen can know it, from beats and this device's monotonic clock. The wall clock is never asked. */
export class HubClock {
  private readonly timers: Timers;
  /** Hub time minus scaled local time, latest last. */
  private offsets: number[] = [];
  speed = 1;
  /** A station's after a restart, until the hub speaks. */
  private guessed: number | null = null;
  private shown: { readonly at: number; readonly local: number } | null = null;

  constructor(timers: Timers) {
    this.timers = timers;
  }

  setSpeed(speed: number): void {
    if (speed === this.speed) return;
    this.speed = speed;
    this.offsets = [];
  }

  heard(hubNow: number): void {
    const offset = hubNow - this.timers.monotonic() * this.speed;
    const isStep = this.offsets.length > 0 && Math.max(...this.offsets) - offset > STEP_MS * this.speed;
    this.offsets = isStep ? [offset] : [...this.offsets.slice(1 - SAMPLES), offset];
  }

  /** What it may be now as far as this device's own clock can tell. The first word from a hub ends it. */
  guess(hubNow: number): void {
    this.guessed = hubNow - this.timers.monotonic() * this.speed;
  }

  /** Epoch ms of hub time; 0 before the first word from a hub. */
  now(): number {
    const offset = this.offsets.length === 0 ? this.guessed : Math.max(...this.offsets);
    if (offset === null) return 0;
    const local = this.timers.monotonic();
    const estimate = offset + local * this.speed;
    const at = this.shown === null ? estimate : this.after(this.shown, local, estimate);
    this.shown = { at, local };
    return at;
  }

  private after(shown: { at: number; local: number }, local: number, estimate: number): number {
    if (shown.at - estimate > STEP_MS * this.speed) return estimate;
    return Math.max(
      estimate,
      shown.at + (estimate < shown.at ? SLOWED : 0) * (local - shown.local) * this.speed,
    );
  }
}

import type { Timers } from '../timers.ts';

/** Beats remembered for the estimate: the one that came fastest is the truest, because a network only ever delays. */
const SAMPLES = 8;
/** Screens never run backwards; while the estimate is behind what was shown, time passes at this part of its speed. */
const SLOWED = 0.5;
/** Further back than this the hub's time really moved (another hub, a time zone of errors set right), and waiting would freeze clocks. */
const STEP_MS = 10_000;

/** What two good clocks may drift apart, in ms each ms. */
const DRIFT = 200e-6;

/** Hub time as far as a screen can know it, from beats and this device's monotonic clock. The wall clock is never asked. */
export class HubClock {
  private readonly timers: Timers;
  /** Hub time minus scaled local time, latest last. */
  private offsets: number[] = [];
  speed = 1;
  /** A station's after a restart, until the hub speaks. */
  private guessed: number | null = null;
  /** The fastest word since `hello`: how late later ones come is told by it. */
  private fastest: { readonly offset: number; readonly local: number } | null = null;
  private shown: { readonly at: number; readonly local: number } | null = null;

  constructor(timers: Timers) {
    this.timers = timers;
  }

  setSpeed(speed: number): void {
    if (speed === this.speed) return;
    this.speed = speed;
    this.offsets = [];
  }

  /** A new `hello`: perhaps another hub's clock. */
  begin(): void {
    this.fastest = null;
  }

  /** How long this word was on its way, beyond what the fastest one took, in real ms. A queue on the line makes all of them late. */
  behindMs(hubNow: number): number {
    const local = this.timers.monotonic();
    const offset = hubNow - local * this.speed;
    const { fastest } = this;
    const best = fastest ? fastest.offset - (local - fastest.local) * DRIFT * this.speed : offset;
    if (fastest === null || offset >= best) this.fastest = { offset, local };
    return Math.max(0, (best - offset) / this.speed);
  }

  /** The device slept, and its monotonic clock with it. What it may be now, until the hub speaks. */
  slept(ms: number): void {
    const offset = this.offset();
    if (offset === null) return;
    this.guessed = offset + ms * this.speed;
    this.offsets = [];
    this.fastest = null;
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
    const offset = this.offset();
    if (offset === null) return 0;
    const local = this.timers.monotonic();
    const estimate = offset + local * this.speed;
    const at = this.shown === null ? estimate : this.after(this.shown, local, estimate);
    this.shown = { at, local };
    return at;
  }

  private offset(): number | null {
    return this.offsets.length === 0 ? this.guessed : Math.max(...this.offsets);
  }

  private after(shown: { at: number; local: number }, local: number, estimate: number): number {
    if (shown.at - estimate > STEP_MS * this.speed) return estimate;
    return Math.max(
      estimate,
      shown.at + (estimate < shown.at ? SLOWED : 0) * (local - shown.local) * this.speed,
    );
  }
}

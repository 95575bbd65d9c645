import type { Timers } from '../timers.ts';

/** The link as the outside contract times it, from the last beat that found this screen in step. */
export const LATE_AFTER_MS = 1_500;
export const LOST_AFTER_MS = 2_500;

export interface Link {
  readonly state: 'live' | 'late' | 'lost';
  /** How old what the screen shows is; null while it has shown nothing. */
  readonly ageMs: number | null;
}

/** Says by itself when the link changes: a dot that waits for a message to turn red would stay green when messages stop. */
export class LinkWatch {
  private readonly timers: Timers;
  private readonly onChange: () => void;
  private heardAt: number | null = null;
  private told: Link['state'] = 'lost';
  private stopTimer: (() => void) | null = null;

  constructor(timers: Timers, onChange: () => void) {
    this.timers = timers;
    this.onChange = onChange;
  }

  /** The hub spoke `ageMs` ago and this screen has all it said. What a station says late makes nothing older. */
  heard(ageMs = 0): void {
    const at = this.timers.monotonic() - ageMs;
    this.heardAt = Math.max(at, this.heardAt ?? at);
    this.look();
  }

  /** The device slept, and its monotonic clock with it. */
  slept(ms: number): void {
    if (this.heardAt !== null) this.heardAt -= ms;
    this.look();
  }

  link(): Link {
    if (this.heardAt === null) return { state: 'lost', ageMs: null };
    const ageMs = this.timers.monotonic() - this.heardAt;
    return { state: ageMs >= LOST_AFTER_MS ? 'lost' : ageMs >= LATE_AFTER_MS ? 'late' : 'live', ageMs };
  }

  stop(): void {
    this.stopTimer?.();
    this.stopTimer = null;
  }

  /** Says so if the link is another than it last said. */
  look(): void {
    const { state, ageMs } = this.link();
    // One timer at a time: a beat that comes while it runs only moves its next look.
    if (state !== 'lost' && this.stopTimer === null) {
      const next = state === 'live' ? LATE_AFTER_MS : LOST_AFTER_MS;
      this.stopTimer = this.timers.after(Math.max(1, next - (ageMs ?? 0)), () => {
        this.stopTimer = null;
        this.look();
      });
    }
    if (state === this.told) return;
    this.told = state;
    this.onChange();
  }
}

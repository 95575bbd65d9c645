import type { HandClock } from '../../../ui/handClock.ts';
import type { BoardModel } from '../BoardModel.ts';
import type { AllDayGap } from './allDayGaps.ts';

/** After a change, and never more often: nobody's press waits for it, and a wrong number is told before the next dish is cooked by it. */
const LOOK_AFTER_MS = 2000;
const NONE: readonly AllDayGap[] = [];

/** Holds all-day against the tiles after every change of the board, off the way of presses. */
export class AllDayWatch {
  private readonly model: Pick<BoardModel, 'get' | 'subscribe'>;
  private readonly clock: HandClock;
  private readonly look: () => readonly AllDayGap[];
  /** Told once when they come, and again when other ones do. */
  private readonly report: (gaps: readonly AllDayGap[]) => void;
  private readonly listeners = new Set<() => void>();
  private gaps = NONE;
  private callOff: (() => void) | null = null;
  private lookedAt: unknown = null;

  constructor(parts: {
    readonly model: Pick<BoardModel, 'get' | 'subscribe'>;
    readonly clock: HandClock;
    readonly look: () => readonly AllDayGap[];
    readonly report: (gaps: readonly AllDayGap[]) => void;
  }) {
    this.model = parts.model;
    this.clock = parts.clock;
    this.look = parts.look;
    this.report = parts.report;
  }

  /** Returns the way to end it. */
  start(): () => void {
    const stop = this.model.subscribe(() => this.lookLater());
    this.lookLater();
    return () => {
      stop();
      this.callOff?.();
      this.callOff = null;
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same list while it says the same. */
  get = (): readonly AllDayGap[] => this.gaps;

  private lookLater(): void {
    this.callOff ??= this.clock.after(LOOK_AFTER_MS, () => {
      this.callOff = null;
      this.lookNow();
    });
  }

  private lookNow(): void {
    const picture = this.model.get();
    if (picture === this.lookedAt) return;
    this.lookedAt = picture;
    const gaps = this.look();
    if (sayOf(gaps) === sayOf(this.gaps)) return;
    this.gaps = gaps.length === 0 ? NONE : gaps;
    if (gaps.length > 0) this.report(gaps);
    for (const listener of [...this.listeners]) listener();
  }
}

const sayOf = (gaps: readonly AllDayGap[]) =>
  gaps.map(({ key, said, shown }) => `${key} ${said} ${shown}`).join('\n');

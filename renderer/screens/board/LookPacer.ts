/** What the pacer needs of its page. */
export interface PageTurns {
  /** Ms that only run forward. */
  readonly now: () => number;
  /** False: nothing is painted now, and looking can wait until something is. */
  readonly isVisible: () => boolean;
  /** Runs it once whatever runs now has ended, before anything is painted. */
  readonly afterThis: (run: () => void) => void;
  /** Runs it with the next frame. */
  readonly nextFrame: (run: () => void) => void;
}

/** At 60 a second. */
const FRAME_MS = 16;

/**
 * When the board is looked at again. The first change after a pause without waiting for a frame, because it may be what a press is waiting for;
 * those that come on its heels once a frame, however many events a frame brings. Never in the midst of who tells of a change: what breaks while
 * drawing must not break the line to the hub.
 */
export class LookPacer {
  private readonly look: () => void;
  private readonly turns: PageTurns;
  private isAsked = false;
  private hasEnded = false;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(look: () => void, turns: PageTurns = pageTurns) {
    this.look = look;
    this.turns = turns;
  }

  ask = (): void => {
    if (this.isAsked || this.hasEnded) return;
    this.isAsked = true;
    const isPause = this.turns.now() - this.lookedAt >= FRAME_MS;
    const { afterThis, nextFrame } = this.turns;
    (isPause && this.turns.isVisible() ? afterThis : nextFrame)(this.lookNow);
  };

  end(): void {
    this.hasEnded = true;
  }

  private lookNow = (): void => {
    this.isAsked = false;
    if (this.hasEnded) return;
    this.look();
    this.lookedAt = this.turns.now();
  };
}

const pageTurns: PageTurns = {
  now: () => performance.now(),
  isVisible: () => document.visibilityState === 'visible',
  afterThis: (run) => queueMicrotask(run),
  nextFrame: (run) => void requestAnimationFrame(run),
};

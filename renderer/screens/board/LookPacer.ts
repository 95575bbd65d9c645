/** What the pacer needs of its page. */
export interface Frames {
  /** Ms that only run forward. */
  readonly now: () => number;
  /** False: nothing is painted now, and looking can wait until something is. */
  readonly isVisible: () => boolean;
  readonly request: (run: () => void) => number;
  readonly cancel: (frame: number) => void;
}

/** At 60 a second. */
const FRAME_MS = 16;

/**
 * When the board is looked at again. The first change after a pause at once, because it may be what a press is waiting for; those that come on
 * its heels once a frame, however many events a frame brings.
 */
export class LookPacer {
  private readonly look: () => void;
  private readonly frames: Frames;
  private frame: number | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(look: () => void, frames: Frames = pageFrames) {
    this.look = look;
    this.frames = frames;
  }

  ask = (): void => {
    if (this.frame !== null) return;
    const isPause = this.frames.now() - this.lookedAt >= FRAME_MS;
    if (isPause && this.frames.isVisible()) this.lookNow();
    else this.frame = this.frames.request(this.lookNow);
  };

  end(): void {
    if (this.frame !== null) this.frames.cancel(this.frame);
    this.frame = null;
  }

  private lookNow = (): void => {
    this.frame = null;
    this.look();
    this.lookedAt = this.frames.now();
  };
}

const pageFrames: Frames = {
  now: () => performance.now(),
  isVisible: () => document.visibilityState === 'visible',
  request: (run) => requestAnimationFrame(run),
  cancel: (frame) => cancelAnimationFrame(frame),
};

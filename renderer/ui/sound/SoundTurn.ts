import { graver, type SoundName } from './figures.ts';

/** News of one frame comes in one go; this long after its first sound is asked for, all of it is known. */
export const GATHER_MS = 20;
/** Between two sounds, so that the end of one is not taken for the beginning of the other. */
export const GAP_MS = 120;

/**
 * One sound at a time: two at once are neither. Of what comes in one frame, or while one sounds, the gravest is heard and the rest is only
 * seen; every sound has its visual twin for that.
 */
export class SoundTurn {
  private readonly play: (name: SoundName) => number;
  private readonly after: (ms: number, run: () => void) => void;
  private waiting: SoundName | null = null;
  private isBusy = false;

  /** `play` says for how many ms it sounds, 0 when it does not. */
  constructor(play: (name: SoundName) => number, after: (ms: number, run: () => void) => void) {
    this.play = play;
    this.after = after;
  }

  say(name: SoundName): void {
    this.waiting = graver(this.waiting, name);
    if (this.isBusy) return;
    this.isBusy = true;
    this.after(GATHER_MS, () => this.next());
  }

  private next(): void {
    const name = this.waiting;
    this.waiting = null;
    const forMs = name === null ? 0 : this.play(name);
    this.isBusy = forMs > 0;
    if (this.isBusy) this.after(forMs + GAP_MS, () => this.next());
  }
}

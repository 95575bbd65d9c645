/**
 * One heart for all clocks of a screen: it beats when hub time passes a full second, so that two screens side by side change together, and
 * whoever listens renders only if what it shows has changed.
 */
export class Ticker {
  private readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(now: () => number) {
    this.now = now;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.timer === null) this.beatLater();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0 || this.timer === null) return;
      clearTimeout(this.timer);
      this.timer = null;
    };
  };

  /** The full second that has begun, in ms: the same within a second, so that a frame shows one time everywhere. */
  second = (): number => Math.floor(this.now() / SECOND_MS) * SECOND_MS;

  private beatLater(): void {
    const untilNext = SECOND_MS - (this.now() % SECOND_MS);
    this.timer = setTimeout(() => {
      this.beatLater();
      for (const listener of this.listeners) listener();
    }, untilNext + LATE_ENOUGH_MS);
  }
}

const SECOND_MS = 1000;
/** Timers may ring a millisecond early, and then a second would be shown twice. */
const LATE_ENOUGH_MS = 5;

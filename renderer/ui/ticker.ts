import { type HandClock, handClock } from './handClock.ts';

/**
 * One heart for all clocks of a screen: it beats when hub time passes a full second, so that two screens side by side change together, and
 * whoever listens renders only if what it shows has changed.
 */
export class Ticker {
  private readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private readonly hand: HandClock;
  private callOff: (() => void) | null = null;
  private givesWayUntil = Number.NEGATIVE_INFINITY;

  constructor(now: () => number, hand: HandClock = handClock) {
    this.now = now;
    this.hand = hand;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.callOff === null) this.beatLater();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0 || this.callOff === null) return;
      this.callOff();
      this.callOff = null;
    };
  };

  /** The full second that has begun, in ms: the same within a second, so that a frame shows one time everywhere. */
  second = (): number => Math.floor(this.now() / SECOND_MS) * SECOND_MS;

  /** A press is at work: all clocks of a full board at once are as much to draw as what it waits for, so they come after it. */
  giveWay(): void {
    this.givesWayUntil = this.hand.now() + PRESS_MS;
  }

  private beatLater(): void {
    const untilNext = SECOND_MS - (this.now() % SECOND_MS) + LATE_ENOUGH_MS;
    const dueAt = this.hand.now() + untilNext;
    this.callOff = this.hand.after(untilNext, () => this.beat(dueAt));
  }

  private beat(dueAt: number): void {
    const now = this.hand.now();
    const until = Math.min(this.givesWayUntil, dueAt + LATEST_MS);
    if (now < until) {
      this.callOff = this.hand.after(until - now, () => this.beat(dueAt));
      return;
    }
    this.beatLater();
    for (const listener of this.listeners) listener();
  }
}

const SECOND_MS = 1000;
/** Timers may ring a millisecond early, and then a second would be shown twice. */
const LATE_ENOUGH_MS = 5;
/** From a finger's coming down, or up, until what it did is usually drawn. */
const PRESS_MS = 150;
/** A hand that never rests does not stop the clocks. */
const LATEST_MS = 400;

import type { HandClock } from '../../../renderer/ui/handClock.ts';

/** A clock the test turns; timers ring in order while it turns. */
export class TestClock implements HandClock {
  private at = 10_000;
  private timers: { at: number; act: () => void }[] = [];

  now = () => this.at;

  after = (ms: number, act: () => void) => {
    const timer = { at: this.at + ms, act };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((known) => known !== timer);
    };
  };

  /** A frame at 60 a second. */
  afterPaint = (act: () => void) => this.after(16, act);

  /** Time passes within one task: nothing rings. */
  busy(ms: number): void {
    this.at += ms;
  }

  turn(ms: number): void {
    const end = this.at + ms;
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      const due = next;
      this.timers = this.timers.filter((known) => known !== due);
      this.at = Math.max(this.at, due.at);
      due.act();
    }
    this.at = end;
  }

  private nextUntil(end: number) {
    return this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Messages remembered for the estimate: the one that came fastest is the truest, because a line only ever delays. */
const SAMPLES = 32;

/** Hub time as a POS can know it: from the instants the feed's messages carry. Monotonic ms in, epoch ms out. */
export class FeedClock {
  private readonly speed: number;
  private readonly beginsAt: number;
  private readonly startedAt: number;
  private offsets: number[] = [];
  private latest = 0;

  /** Until the feed has said something the night is taken to begin now. */
  constructor(beginsAt: number, speed: number, monotonic: number) {
    this.beginsAt = beginsAt;
    this.speed = speed;
    this.startedAt = monotonic;
  }

  heard(at: number, monotonic: number): void {
    this.offsets = [...this.offsets.slice(1 - SAMPLES), at - monotonic * this.speed];
  }

  /** Another connection, perhaps another run of the hub: what was known of its time does not hold. */
  forget(): void {
    this.offsets = [];
  }

  now(monotonic: number): number {
    const guess =
      this.offsets.length > 0
        ? Math.max(...this.offsets) + monotonic * this.speed
        : Math.max(this.latest, this.beginsAt + (monotonic - this.startedAt) * this.speed);
    this.latest = Math.max(this.latest, Math.round(guess));
    return this.latest;
  }
}

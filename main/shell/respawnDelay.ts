/** Short: the screens stand still meanwhile. */
const FIRST_MS = 250;
/** Longer helps nobody: a port or folder that was taken may be free again. */
const LONGEST_MS = 10_000;
/** Who lived this long ended for a new reason. */
const STEADY_MS = 60_000;

/** How long to wait before the service is started again: at once at first, then longer each time it does not last. */
export class RespawnDelay {
  #next = FIRST_MS;

  /** `livedMs`: how long the last one ran. */
  after(livedMs: number): number {
    if (livedMs >= STEADY_MS) this.#next = FIRST_MS;
    const delay = this.#next;
    this.#next = Math.min(2 * delay, LONGEST_MS);
    return delay;
  }
}

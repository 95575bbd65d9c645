/** So many commands within so long is a rush: 250 a second, three times what a full house of 400 covers asks for at its worst minute. */
const RUSH_COMMANDS = 25;
const RUSH_MS = 100;
/** From the begin of one commit to that of the next in a rush. No eye sees it, and it is far below what anybody waits for an answer. */
const APART_MS = 20;

/**
 * How long a commit waits for more to share it. In a quiet house it never waits. In a rush each commit costs a flush of the disk, one message
 * to every screen and one paint there. That it lets more be carried was not shown (decision 0022); it bounds what a rush asks of a slow disk.
 */
export class CommitPace {
  /** When the last commands came, in a ring. */
  private readonly cameAt = new Float64Array(RUSH_COMMANDS).fill(Number.NEGATIVE_INFINITY);
  private next = 0;
  private lastBegan = Number.NEGATIVE_INFINITY;

  came(now: number): void {
    this.cameAt[this.next] = now;
    this.next = (this.next + 1) % RUSH_COMMANDS;
  }

  began(now: number): void {
    this.lastBegan = now;
  }

  /** Milliseconds, 0: at once. */
  wait(now: number): number {
    const oldest = this.cameAt[this.next] ?? Number.NEGATIVE_INFINITY;
    if (now - oldest > RUSH_MS) return 0;
    return Math.max(0, this.lastBegan + APART_MS - now);
  }
}

/** How many wrong tokens in a minute are taken for a typing error. */
const FREE_ATTEMPTS = 10;
const WINDOW_MS = 60_000;
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2000;
/** Addresses remembered; beyond it the oldest are forgotten, so that a scan cannot fill memory. */
const MAX_ADDRESSES = 10_000;

/**
 * Slows down who keeps offering wrong tokens. Only a failure asks here: a right token is never made to wait, whatever else comes from the
 * same address (a whole restaurant may stand behind one).
 */
export class FailedAttempts {
  private readonly byAddress = new Map<string, { count: number; since: number }>();

  /** Notes one failure and says how long its answer waits. `now` in ms of any steady clock. */
  note(address: string, now: number): number {
    const known = this.byAddress.get(address);
    const entry = known && now - known.since < WINDOW_MS ? known : { count: 0, since: now };
    entry.count += 1;
    this.byAddress.set(address, entry);
    this.forgetOldest();
    const over = entry.count - FREE_ATTEMPTS;
    return over <= 0 ? 0 : Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(over, 10));
  }

  private forgetOldest(): void {
    for (const address of this.byAddress.keys()) {
      if (this.byAddress.size <= MAX_ADDRESSES) return;
      this.byAddress.delete(address);
    }
  }
}

import type { EventLog } from '../store/eventLog.ts';
import type { FeedCursors } from '../store/feedCursors.ts';
import type { Lineage } from '../store/lineage.ts';
import type { FeedPort, FeedRestart } from './port.ts';

const DAY_MS = 24 * 3_600_000;
/** CONTRACT section 2: kept at least the first, and for a live token that has not acknowledged up to the second. */
const KEPT_MS = 7 * DAY_MS;
const KEPT_AT_MOST_MS = 90 * DAY_MS;

export interface FeedParts {
  readonly cursors: FeedCursors;
  readonly log: EventLog;
  readonly lineage: Lineage;
  /** Hub time. */
  readonly now: () => number;
}

/** The feed's memory: the log itself, with a cursor a token and a floor below which nobody may ask. */
export class Feed implements FeedPort {
  private readonly cursors: FeedCursors;
  private readonly log: EventLog;
  private readonly lineage: Lineage;
  private readonly now: () => number;

  constructor({ cursors, log, lineage, now }: FeedParts) {
    this.cursors = cursors;
    this.log = log;
    this.lineage = lineage;
    this.now = now;
  }

  floor(): number {
    const now = this.now();
    const least = this.cursors.leastAcked() ?? Number.POSITIVE_INFINITY;
    const unread = Math.min(this.log.seqBefore(now - KEPT_MS), least);
    const dropped = (this.log.oldest() ?? 1) - 1;
    return Math.max(unread, this.log.seqBefore(now - KEPT_AT_MOST_MS), dropped);
  }

  cursor(tokenId: string): number {
    return this.cursors.of(tokenId);
  }

  ack(tokenId: string, seq: number): void {
    const { restart } = this.lineage;
    // Who has not resumed since the restart speaks of numbers that now mean other events.
    const last = restart !== null && this.isOfBefore(tokenId) ? restart.forkSeq : (this.log.last()?.seq ?? 0);
    this.cursors.ack(tokenId, Math.min(seq, last));
  }

  restart(): FeedRestart | null {
    return this.lineage.restart;
  }

  commonWith(epoch: string): number | null {
    return Object.hasOwn(this.lineage.common, epoch) ? (this.lineage.common[epoch] ?? null) : null;
  }

  isOfBefore(tokenId: string): boolean {
    return this.cursors.isOfBefore(tokenId);
  }

  acknowledged(): ReadonlyMap<string, number> {
    return this.cursors.ofListeners();
  }

  resumed(tokenId: string): void {
    this.cursors.resumed(tokenId, this.now());
  }
}

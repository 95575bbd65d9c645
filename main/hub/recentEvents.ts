import type { Event } from '../../shared/domain/events/event.ts';
import type { EventLog } from '../store/eventLog.ts';

/** An hour of a very busy house: a screen that was away for less is caught up without a read of the disk. */
const KEPT = 5_000;

/** The newest events in memory, older ones from the log. */
export class RecentEvents {
  private readonly log: EventLog;
  private events: Event[] = [];

  constructor(log: EventLog) {
    this.log = log;
  }

  push(events: readonly Event[]): void {
    this.events.push(...events);
    // Cut rarely, at twice the size, so that a commit does not move the array each time.
    if (this.events.length > 2 * KEPT) this.events = this.events.slice(-KEPT);
  }

  after(seq: number, limit: number): Event[] {
    const first = this.events[0]?.seq;
    if (first === undefined || seq < first - 1) return this.log.after(seq, limit);
    const from = seq - first + 1;
    return this.events.slice(from, from + limit);
  }
}

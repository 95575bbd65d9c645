import type { Event } from '../../shared/domain/events/event.ts';

/** As many as a screen may be behind and still be caught up with events; one further behind takes a snapshot. */
const KEPT = 5_000;

/** The last events of the replica, without gaps. */
export class RecentEvents {
  private events: Event[];

  constructor(events: readonly Event[]) {
    this.events = [...events];
  }

  push(events: readonly Event[]): void {
    this.events.push(...events);
    // Cut rarely, at twice the size, so that a step does not move the array each time.
    if (this.events.length > 2 * KEPT) this.events = this.events.slice(-KEPT);
  }

  /** Another state took the place of the one they led to. */
  forget(): void {
    this.events = [];
  }

  /** None where they do not reach back that far. */
  after(seq: number, limit: number): Event[] {
    const first = this.events[0]?.seq;
    if (first === undefined || seq < first - 1) return [];
    const from = seq - first + 1;
    return this.events.slice(from, from + limit);
  }
}

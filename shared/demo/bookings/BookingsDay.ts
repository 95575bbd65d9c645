import type { FeedMessage } from '../../protocol/outside/feedMessage.ts';
import { instantText } from '../../protocol/outside/instant.ts';
import type { Outgoing } from '../pos/outgoing.ts';
import { BOOKINGS_SOURCE, type BookingPlan, type PlannedBooking } from './bookingPlan.ts';

/** What the house says of a party, and what the book says from then on. */
const FOLLOWED: Readonly<Record<string, string>> = { seated: 'seated', finished: 'finished', left: 'left' };

interface Booking {
  readonly plan: BookingPlan;
  /** Puts still to come. */
  left: BookingPlan['puts'];
  /** As last put. */
  last: PlannedBooking | null;
  revision: number;
}

/**
 * A bookings system through the night: it puts what the plan makes of each booking, and follows the feed, as real ones do: who is told to be
 * seated is seated in the book too. No sockets and no clock of its own.
 */
export class BookingsDay {
  private readonly bookings: ReadonlyMap<string, Booking>;
  private readonly beginsAt: number;
  private readonly toSend: Outgoing[] = [];
  private sent = 0;

  constructor(plans: readonly BookingPlan[], beginsAt: number) {
    this.beginsAt = beginsAt;
    this.bookings = new Map(
      plans.map((plan) => [plan.id, { plan, left: plan.puts, last: null, revision: 0 }]),
    );
  }

  /** Nothing more is planned; the feed may still bring something. */
  isOver(): boolean {
    return this.toSend.length === 0 && [...this.bookings.values()].every(({ left }) => left.length === 0);
  }

  act(now: number): Outgoing[] {
    for (const booking of this.bookings.values()) {
      const due = booking.left.filter(({ atMs }) => this.beginsAt + atMs <= now);
      booking.left = booking.left.slice(due.length);
      for (const { booking: said } of due) this.put(booking, said);
    }
    return this.toSend.splice(0);
  }

  heard({ type, party, state, tables }: FeedMessage): void {
    if (type !== 'party.changed' || typeof state !== 'string') return;
    const booking = party?.source === BOOKINGS_SOURCE ? this.bookings.get(party.id) : undefined;
    const word = FOLLOWED[state];
    if (booking?.last == null || word === undefined || booking.last.state === word) return;
    const seatedAt = Array.isArray(tables) ? tables.filter((table) => typeof table === 'string') : [];
    this.put(booking, { ...booking.last, state: word, ...(seatedAt.length > 0 ? { tables: seatedAt } : {}) });
  }

  private put(booking: Booking, said: PlannedBooking): void {
    booking.last = said;
    booking.revision += 1;
    this.sent += 1;
    const { forMs, etaMs, ...rest } = said;
    const at = (ms: number) => instantText(this.beginsAt + ms);
    this.toSend.push({
      n: this.sent,
      event: 'party.put',
      argument: {
        source: BOOKINGS_SOURCE,
        id: booking.plan.id,
        revision: booking.revision,
        ...rest,
        ...(forMs === null ? {} : { at: at(forMs) }),
        ...(etaMs === undefined ? {} : { etaAt: at(etaMs) }),
      },
      confirms: null,
      quirk: 'none',
    });
  }
}

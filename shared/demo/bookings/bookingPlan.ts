import type { z } from 'zod';
import type { OutsideParty } from '../../protocol/outside/party.ts';

/** The book of a night as the seed has it: who has booked, what becomes of it, and when its system says so. Times are ms of hub time. */

export const BOOKINGS_SOURCE = 'book';

type Said = z.input<typeof OutsideParty>;

/** A booking before the night has an hour: instants are only known then. */
export type PlannedBooking = Omit<Said, 'source' | 'id' | 'revision' | 'at' | 'etaAt' | 'key'> & {
  /** What it is booked for, of the night; null: the waitlist. */
  readonly forMs: number | null;
  readonly etaMs?: number;
};

/** What a night of bookings must have to be believed; `usual` is one that comes, is seated and goes. */
export type BookingKind =
  | 'usual'
  | 'no_show'
  | 'cancelled'
  | 'late'
  | 'modified'
  | 'partly_arrived'
  | 'miscounted'
  | 'combination'
  | 'vip'
  | 'allergy'
  | 'waitlist';

/** The whole booking as its system has it from then on. */
export interface BookingPut {
  readonly atMs: number;
  readonly booking: PlannedBooking;
}

export interface BookingPlan {
  readonly id: string;
  /** The till's party that comes of it; null: nobody comes. */
  readonly party: string | null;
  /** Its tickets name it. Of the others time and table must tell. */
  readonly isNamedByTill: boolean;
  readonly puts: readonly BookingPut[];
  readonly has: readonly BookingKind[];
}

import type { Role } from '../../../shared/domain/events/actor.ts';
import type {
  GuestAudit,
  GuestCard,
  GuestChange,
  GuestsFound,
  PastDay,
} from '../../../shared/guests/guestMessages.ts';

/** Who asks about a guest, as the audit keeps it. */
export interface Asker {
  /** The screen, as set-up calls it. */
  readonly by: string;
  readonly roles: readonly Role[];
}

/** Guests who agreed to be remembered. Whoever asks has been let in, and every question is written down first. */
export interface GuestsPort {
  /** By a profile's id or a person's; null: nothing is remembered. */
  card(id: string, asker: Asker): GuestCard | null;
  /** By a part of the name, or a whole telephone number or address. */
  search(words: string, asker: Asker): GuestsFound;
  /** Parties of a service day that is over; names as far as they are still kept. */
  pastDay(day: string, asker: Asker): PastDay;
  /** False: there is no such guest any more. */
  change(change: GuestChange, asker: Asker): boolean;
  /** At once, and on every screen. How many rows went. */
  erase(id: string, asker: Asker): number;
  /** Newest first. */
  audit(before: number | null): GuestAudit;
}

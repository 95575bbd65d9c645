import { z } from 'zod';
import { Role } from '../domain/events/actor.ts';
import { Instant } from '../domain/model/food.ts';
import { Party } from '../domain/model/party.ts';
import { StandingAllergy } from '../domain/model/regular.ts';
import { Guest, GuestId, MAX_GUEST_NOTES } from './guest.ts';

/**
 * What host screens and the hub say to each other about guests, over HTTP under `/api/guests`, apart from the screens' binding: a card is
 * asked for by a person, one at a time, and each time that is written down. Nothing of it is in an address, because addresses stand in logs.
 */

/** By the profile's id, or by the person of a party. */
export const GuestAsk = z.object({ id: z.string().min(1).max(200) });

/** A profile as its card shows it. Digests and the hub's own ids stay at the hub. */
export const GuestCard = z.object({
  id: GuestId,
  ...Guest.omit({ contacts: true, allergies: true, visits: true }).shape,
  allergies: z.array(StandingAllergy),
  /** Newest first. */
  visits: z.array(Guest.shape.visits.element.omit({ person: true })),
});
export type GuestCard = z.infer<typeof GuestCard>;

/** null: nothing is remembered of them beyond the party itself. */
export const GuestCardAnswer = z.object({ card: GuestCard.nullable() });

export const GuestSearch = z.object({ words: z.string().trim().min(2).max(100) });
export const FoundGuest = z.object({
  id: GuestId,
  name: z.string().nullable(),
  /** The last digits, enough to tell two of one name apart. */
  phoneEnd: z.string().nullable(),
  visits: z.number().int(),
  lastAt: Instant.nullable(),
});
export type FoundGuest = z.infer<typeof FoundGuest>;
export const GuestsFound = z.object({ guests: z.array(FoundGuest), more: z.number().int() });
export type GuestsFound = z.infer<typeof GuestsFound>;

/** `withoutAllergy`: this guest says he has it no more; nothing else takes a standing allergy away. */
export const GuestChange = z.object({
  id: GuestId,
  notes: z.string().trim().max(MAX_GUEST_NOTES).nullable().optional(),
  withoutAllergy: z.string().min(1).max(200).optional(),
});
export type GuestChange = z.infer<typeof GuestChange>;

export const AuditAction = z.enum(['looked', 'searched', 'changed', 'erased', 'purged']);
export type AuditAction = z.infer<typeof AuditAction>;

/** Who did what with whose card. It names nobody but by a random id, so it outlives the guest. */
export const AuditEntry = z.object({
  n: z.number().int(),
  at: Instant,
  action: AuditAction,
  /** The screen as it is called in set-up; `terminal`: by the `heard` command; `house`: by itself. */
  by: z.string(),
  roles: z.array(Role),
  /** Profiles and persons it was about; of a search those found. */
  about: z.array(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditAsk = z.object({ before: z.number().int().positive().nullable() });
export const GuestAudit = z.object({ entries: z.array(AuditEntry), next: z.number().int().nullable() });
export type GuestAudit = z.infer<typeof GuestAudit>;

/** A service day that is over. */
export const PastDayAsk = z.object({ day: z.iso.date() });
/** A party as it stood when its day was closed, and its name while that is kept. What was pressed, and when, stays in the log. */
export const PastParty = z.object({
  party: Party.omit({ steps: true, served: true }),
  name: z.string().nullable(),
});
export const PastDay = z.object({ parties: z.array(PastParty) });
export type PastDay = z.infer<typeof PastDay>;

/** How many persons' rows went. */
export const GuestErased = z.object({ erased: z.number().int() });

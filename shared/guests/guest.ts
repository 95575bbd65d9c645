import { z } from 'zod';
import { Instant } from '../domain/model/food.ts';
import { StandingAllergy } from '../domain/model/regular.ts';
import { PersonId } from '../lib/ids.ts';

/** Random, and made by the hub. It begins so, because profiles lie among the persons of the sealed table and are told apart by it. */
export const GUEST_PREFIX = 'guest-';
export const GuestId = z
  .string()
  .regex(/^guest-[\w-]{8,80}$/u)
  .brand<'GuestId'>();
export type GuestId = z.infer<typeof GuestId>;

/** Once a day for half a year, and weekly for four. */
export const MAX_VISITS = 200;
/** Numbers and addresses one guest is found by. */
export const MAX_CONTACTS = 10;
/** Bookings that an allergy is remembered to have come with. */
export const MAX_SAID_BY = 20;
export const MAX_GUEST_NOTES = 2_000;

/** What became of one booking. Money in the smallest unit of `currency`, as the POS's checks had it; null: no check named one. */
export const Visit = z.object({
  /** The person of that party: one a party, and of no use to anybody who is not the hub. */
  person: PersonId,
  /** When they came, or were to come. */
  at: Instant,
  covers: z.number().int(),
  outcome: z.enum(['came', 'left', 'cancelled', 'no_show']),
  spendCents: z.number().nullable(),
  compsCents: z.number().nullable(),
  currency: z.string().nullable(),
});
export type Visit = z.infer<typeof Visit>;

/** A standing allergy with the bookings that said it: it goes when the only one that did takes it back. */
export const KnownAllergy = z.object({ ...StandingAllergy.shape, saidBy: z.array(PersonId) });
export type KnownAllergy = z.infer<typeof KnownAllergy>;

/** What the house remembers of a guest who agreed to it. Sealed, in no event, no snapshot and no message to a kitchen. */
export const Guest = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Keyed digests by which later bookings are known to be his. */
  contacts: z.array(z.string()).max(MAX_CONTACTS),
  /** The house's own words about him. */
  notes: z.string().nullable(),
  allergies: z.array(KnownAllergy),
  /** Oldest first. */
  visits: z.array(Visit).max(MAX_VISITS),
  /** When he agreed. */
  consentAt: Instant,
});
export type Guest = z.infer<typeof Guest>;

import { z } from 'zod';
import { Instant, ItemFace } from './food.ts';
import { Regular } from './regular.ts';
import { Course, SaidAllergy, TicketHead } from './ticket.ts';

/** What of a person a put brings. It travels beside the command and ends in the personal table, never in an event. */
export const PersonFields = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  notes: z.string().nullable(),
  /** A courier's name, or where a customer's car stands. */
  courier: z.string().nullable(),
  spot: z.string().nullable(),
  /** Of a party: what its cooks may read. */
  kitchenNotes: z.string().nullable().optional(),
  /** Of a party: for host and server alone. */
  guestNotes: z.string().nullable().optional(),
  tags: z.array(z.string()).optional(),
  /** Of a party: whether the guest may be remembered for later visits; absent or null: nobody has asked. */
  consent: z.boolean().nullable().optional(),
  /** Whose profile this person is known by. The hub writes it, and nobody else may. */
  guest: z.string().optional(),
  /** For host screens alone, made when it is told. */
  regular: Regular.optional(),
});
export type PersonFields = z.infer<typeof PersonFields>;

/** Of a put whose content is no longer known: it equals nothing, so that the next put is compared dish by dish. */
export const UNKNOWN_DIGEST = '';

export const PersonDraft = z.object({ digest: z.string(), fields: PersonFields });
export type PersonDraft = z.infer<typeof PersonDraft>;

export const PutItem = z.object({
  externalId: z.string(),
  face: ItemFace,
  quantity: z.number(),
  state: z.enum(['active', 'void']),
  voidReason: z.string().nullable(),
  comped: z.boolean(),
  onTheFly: z.boolean(),
  refireOf: z.string().nullable(),
  /** Station ids as the POS names them; null when it names none. */
  stations: z.array(z.string()).nullable(),
  movedFrom: z.object({ id: z.string(), item: z.string().nullable() }).nullable(),
});
export type PutItem = z.infer<typeof PutItem>;

/** A whole ticket as a POS sees it, after parsing, defaults and the card rule, with its people set apart. */
export const PutContent = z.object({
  source: z.string(),
  externalId: z.string(),
  revision: z.number().nullable(),
  openedAt: Instant,
  head: TicketHead.omit({ customer: true, guests: true }),
  customer: PersonDraft.nullable(),
  guests: z.array(z.object({ seat: z.number(), person: PersonDraft.nullable() })),
  courses: z.array(Course.pick({ number: true, name: true, said: true, fireAt: true })),
  items: z.array(PutItem),
  allergies: z.array(SaidAllergy),
  /** Keyed digest of the whole content, personal fields included. */
  digest: z.string(),
});
export type PutContent = z.infer<typeof PutContent>;

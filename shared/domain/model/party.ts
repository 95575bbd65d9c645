import { z } from 'zod';
import { PartyId, ServiceDay, TicketId } from '../../lib/ids.ts';
import { Instant } from './food.ts';
import { PersonRef, SaidAllergy } from './ticket.ts';

/** The source of parties that this house took in itself: walk-ins, the waitlist, a booking by telephone. */
export const HOUSE_SOURCE = 'heard';

/**
 * What a source says of a party beside names, and what the house may change of it. Names, contacts, notes and tags stand in the personal
 * table; allergies stand here, by seat and without a name.
 */
export const PartyFacts = z.object({
  /** A word of CONTRACT section 4, or one that only its sender knows. */
  state: z.string(),
  covers: z.number().int(),
  /** When it is booked for; null: a walk-in or the waitlist. */
  at: Instant.nullable(),
  /** When it says it will be here. */
  etaAt: Instant.nullable(),
  durationMinutes: z.number().nullable(),
  /** What the waitlist was told. */
  quotedMinutes: z.number().nullable(),
  /** Where it is to sit, or sits: all of them together. */
  tables: z.array(z.string()),
  /** The tables are promised: nobody moves it without being told. */
  locked: z.boolean(),
  server: z.string().nullable(),
  vip: z.boolean(),
  occasion: z.string().nullable(),
});
export type PartyFacts = z.infer<typeof PartyFacts>;

/** An allergy the party brings to every ticket of its table. */
export const PartyAllergy = z.object({
  ...SaidAllergy.shape,
  /** A person has taken it off, by name: it goes to no further ticket. */
  isWithdrawn: z.boolean().default(false),
});
export type PartyAllergy = z.infer<typeof PartyAllergy>;

/** What a check of this party came to when it was last put. */
export const PartyCheck = z.object({
  source: z.string(),
  id: z.string(),
  state: z.string(),
  covers: z.number().nullable(),
  totalCents: z.number().nullable(),
  compsCents: z.number().nullable(),
  currency: z.string().nullable(),
  at: Instant,
});
export type PartyCheck = z.infer<typeof PartyCheck>;

/** A course of a ticket that the hub no longer holds: when it was fired and run. */
export const ServedCourse = z.object({
  course: z.number().int(),
  firedAt: Instant.nullable(),
  runAt: Instant.nullable(),
});
export type ServedCourse = z.infer<typeof ServedCourse>;

/** What the house knows beyond what was said, as far as a step may change it. */
export const PartyLive = z.object({
  ...PartyFacts.shape,
  /** The service day it is for. */
  day: ServiceDay,
  allergies: z.array(PartyAllergy),
  /** Covers the POS says; where it says any, `covers` is the same. */
  posCovers: z.number().nullable(),
  /** How many are here of a party that has only partly arrived. */
  arrived: z.number().int().nullable(),
  arrivedAt: Instant.nullable(),
  notifiedAt: Instant.nullable(),
  seatedAt: Instant.nullable(),
  leftAt: Instant.nullable(),
  tickets: z.array(TicketId),
  /** Tickets of which a person has said that they are somebody else's. */
  apart: z.array(TicketId),
  checks: z.array(PartyCheck),
  /** Courses whose plates are off the table, by number. */
  cleared: z.record(z.string(), Instant),
  /** Allergens this guest has brought before and a person has left off tonight, by name. */
  standingLeft: z.array(z.string()).optional(),
});
export type PartyLive = z.infer<typeof PartyLive>;

export const StepKind = z.enum([
  'put',
  'edit',
  'confirm',
  'arrive',
  'notify',
  'seat',
  'unseat',
  'move',
  'swap',
  'leave',
  'finish',
  'cancel',
  'no_show',
  'late',
  'ticket',
  'check',
  'covers',
  'allergy',
  'clear',
  'relieve',
  'undo',
]);
export type StepKind = z.infer<typeof StepKind>;

/** A change with its author: what it was before, so that a person can take it back by name while the shift lasts. */
export const PartyStep = z.object({
  /** Log number of the change. */
  seq: z.number().int(),
  kind: StepKind,
  at: Instant,
  by: z.string(),
  /** At which screen it was pressed; null: no person's. */
  screen: z.string().nullable(),
  was: PartyLive.partial(),
  /** Why, where a reason was asked for. */
  reason: z.string().nullable().default(null),
  /** The other of a swap. */
  other: PartyId.nullable().default(null),
  isUndone: z.boolean().default(false),
  /** The same on all that one press said of several parties. */
  press: z.string().optional(),
});
export type PartyStep = z.infer<typeof PartyStep>;

export const Party = z.object({
  id: PartyId,
  source: z.string(),
  externalId: z.string(),
  kind: z.enum(['reservation', 'walk_in', 'waitlist']),
  receivedAt: Instant,
  receivedSeq: z.number(),
  revision: z.number().nullable(),
  /** Keyed digest of the last put's whole content, names included. */
  digest: z.string(),
  /** The source's last put: the base of the next comparison. null: the house took it in. */
  said: PartyFacts.nullable(),
  person: PersonRef.nullable(),
  guests: z.array(z.object({ seat: z.number().nullable(), person: PersonRef })),
  live: PartyLive,
  /** Since when it is in its state. */
  stateAt: Instant,
  /** Courses of tickets that have gone to history since. */
  served: z.array(ServedCourse).default([]),
  steps: z.array(PartyStep),
});
export type Party = z.infer<typeof Party>;

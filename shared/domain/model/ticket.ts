import { z } from 'zod';
import { AllergyKey, ItemId, PersonId, ServiceDay, StationId, TicketId } from '../../lib/ids.ts';
import { OnPaper } from './chit.ts';
import { Batch, FireCause, Instant, Item } from './food.ts';

/** A person by reference. `digest` (keyed, made at the edge) tells that name or note changed without saying what they are. */
export const PersonRef = z.object({ personId: PersonId, digest: z.string() });
export type PersonRef = z.infer<typeof PersonRef>;

export const Course = z.object({
  /** 0 fires at once. */
  number: z.number().int(),
  name: z.string().nullable(),
  /** What the POS last said; null when it never spoke of it. */
  said: z.enum(['held', 'fired']).nullable(),
  /** The sender's order, not auto-fire. */
  fireAt: Instant.nullable(),
  /** A person's order at expo, which goes before the sender's: it fires then by itself. */
  plannedAt: Instant.nullable().default(null),
  firedAt: Instant.nullable(),
  firedBy: FireCause.nullable(),
  isHeldByPerson: z.boolean(),
  readyAt: Instant.nullable(),
  runAt: Instant.nullable(),
  /** The POS said hold when food was already started: expo is told, nothing stops. */
  holdCameLateAt: Instant.nullable(),
});
export type Course = z.infer<typeof Course>;

/** An allergy of a seat of this ticket. It only ever adds up; `withdrawn` is a person's act, by name. */
export const TicketAllergy = z.object({
  key: AllergyKey,
  allergen: z.string(),
  severity: z.string(),
  crossContact: z.boolean(),
  /** The guest's own words, always shown. */
  words: z.string().nullable(),
  /** null: nobody has said whose it is, so it counts for every dish of the table. */
  seat: z.number().nullable(),
  addedAt: Instant,
  /** Log number at which it was last added or made graver: a press that saw less has not read it. */
  addedSeq: z.number(),
  /** It came after food of that seat had been fired. */
  isLate: z.boolean(),
  /** False: the last put no longer names it, which removes nothing. */
  isSaidByPos: z.boolean(),
  /** Stations that have heard an intolerance, asked once a ticket. */
  askedOnce: z.array(StationId),
  /** Stations that heard it called: when, and by whom. */
  calledBack: z.array(z.object({ station: StationId, at: Instant, by: z.string() })).optional(),
  /** A person of this house said it, and the POS never has: that it does not name it is no news. */
  isOurs: z.boolean().default(false),
});
export type TicketAllergy = z.infer<typeof TicketAllergy>;

/** An allergy as a put brings it. */
export const SaidAllergy = z.object({
  allergen: z.string(),
  severity: z.string(),
  crossContact: z.boolean(),
  words: z.string().nullable(),
  /** null: seat unknown, counts for the whole table. */
  seat: z.number().nullable(),
});
export type SaidAllergy = z.infer<typeof SaidAllergy>;

/** Free text that may mean an allergy: a person is asked. It blocks nobody who cooks. */
export const PossibleAllergy = z.object({
  id: z.string(),
  /** null: the ticket's own note, which is of every dish. */
  item: ItemId.nullable(),
  /** The sentences that say so, verbatim. */
  words: z.string(),
  allergens: z.array(z.string()).min(1),
  /** As grave as the words themselves say. */
  severity: z.string(),
  at: Instant,
  answer: z.object({ answer: z.enum(['allergy', 'taste']), by: z.string(), at: Instant }).nullable(),
});
export type PossibleAllergy = z.infer<typeof PossibleAllergy>;

/** Dishes that went and came within 10 s without `movedFrom`: the food is untouched and expo is asked. */
export const FoodQuestion = z.object({
  id: z.string(),
  at: Instant,
  /** The line that came and now holds the food. */
  item: ItemId,
  batches: z.array(z.number()),
  from: z.object({ ticket: TicketId, item: ItemId }),
  /** What the batches become when the answer is NEW FOOD. */
  asNew: z.array(Batch),
  /**
   * The food was keyed by hand (`from`) and the POS has put the same since. All questions of one pair of tickets are one question, answered
   * once; settled it stays, so that NEW FOOD can still be said.
   */
  match: z.object({ isSettled: z.boolean() }).optional(),
});
export type FoodQuestion = z.infer<typeof FoodQuestion>;

/** The first answer of any screen of a station to one version of a ticket. */
export const Receipt = z.object({
  version: z.number(),
  listedAt: Instant.nullable(),
  paintedAt: Instant.nullable(),
  heardAt: Instant.nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

export const HEADER_FIELDS = [
  'number',
  'channel',
  'table',
  'covers',
  'server',
  'priority',
  'vip',
  'occasion',
  'notes',
  'promisedAt',
  'releaseAt',
  'pickup',
  'cutlery',
  'party',
] as const;

/** What stands in a tile's header, as the POS last said it. */
export const TicketHead = z.object({
  number: z.string(),
  channel: z.string(),
  table: z.string().nullable(),
  covers: z.number().nullable(),
  server: z.string().nullable(),
  party: z.object({ source: z.string(), id: z.string() }).nullable(),
  promisedAt: Instant.nullable(),
  releaseAt: Instant.nullable(),
  priority: z.string(),
  vip: z.boolean(),
  occasion: z.string().nullable(),
  notes: z.string().nullable(),
  pickup: z
    .object({ kind: z.string(), code: z.string().nullable(), arrivedAt: Instant.nullable() })
    .nullable(),
  cutlery: z.boolean().nullable(),
  customer: PersonRef.nullable(),
  guests: z.array(z.object({ seat: z.number(), person: PersonRef.nullable() })),
});
export type TicketHead = z.infer<typeof TicketHead>;

/** How far an order that leaves the house is, each step when it came; null: not yet, or taken back. */
export const Handoff = z.object({
  packedAt: Instant.nullable(),
  courierHereAt: Instant.nullable(),
  handedOverAt: Instant.nullable(),
  returnedAt: Instant.nullable(),
  /** How many bags it goes out in; which dish is in which stands with the food. */
  bags: z.number().int().default(1),
});
export type Handoff = z.infer<typeof Handoff>;

/** The house keyed this ticket because the POS could not put it. */
export const Keyed = z.object({
  at: Instant,
  /** Where, as `actorName` says it. */
  by: z.string(),
  /** Tickets of the POS of which a person has said that they are other food. */
  apart: z.array(TicketId),
});
export type Keyed = z.infer<typeof Keyed>;

/** Words of expo that fit on a tile, as a screen says them in its language (PRODUCT.md "Kitchen: the expo screen"). */
export const NotePreset = z.enum(['come', 'hurry', 'slow', 'together', 'check_temp', 'one_short']);
export type NotePreset = z.infer<typeof NotePreset>;

/** NOTE to a station: on this ticket's tile there until a cook has seen it. One of `preset` and `words` is null. */
export const StationNote = z.object({
  id: z.string(),
  station: StationId,
  preset: NotePreset.nullable(),
  words: z.string().nullable(),
  sentAt: Instant,
});
export type StationNote = z.infer<typeof StationNote>;

/** HOW LONG? at a station, and what it said. A later question takes the place of the last. */
export const HowLong = z.object({
  askedAt: Instant,
  minutes: z.number().nullable(),
  answeredAt: Instant.nullable(),
  /** Who said it, as `actorName` says it: another than the station where one stands in for it. */
  by: z.string().nullable().default(null),
});
export type HowLong = z.infer<typeof HowLong>;

/** HANDS: a runner is called for the ready plates of a course. */
export const HandsCall = z.object({ course: z.number().int(), calledAt: Instant });
export type HandsCall = z.infer<typeof HandsCall>;

export const HeaderChange = z.object({ at: Instant, was: TicketHead.partial() });

/** The kitchen's copy of an order. */
export const Ticket = z.object({
  id: TicketId,
  source: z.string(),
  externalId: z.string(),
  day: ServiceDay,
  openedAt: Instant,
  receivedAt: Instant,
  receivedSeq: z.number(),
  revision: z.number().nullable(),
  /** Keyed digest of the last put's whole content, personal fields included. */
  digest: z.string(),
  head: TicketHead,
  headChange: HeaderChange.nullable(),
  courses: z.array(Course),
  items: z.array(Item),
  allergies: z.array(TicketAllergy),
  /** The allergies of the POS's last put, as it worded them: the base of the next comparison. */
  saidAllergies: z.array(SaidAllergy),
  questions: z.array(FoodQuestion),
  possible: z.array(PossibleAllergy).default([]),
  /** Log number of the last event that changed what a station shows of this ticket. */
  versions: z.record(StationId, z.number()),
  receipts: z.record(StationId, Receipt),
  /**
   * By hub time, since when a station's screens owe it a look: when that version came, or the oldest before it that nobody had listed. A
   * station that is not here has the version of a build before paper.
   */
  versionAts: z.record(StationId, Instant).default({}),
  /** What is on paper, by station. */
  paper: z.record(StationId, OnPaper).default({}),
  /** When it was made rush, by the POS or a person; what moves its tile. `head.priority` is only what the POS last said. */
  rushAt: Instant.nullable().default(null),
  handoff: Handoff.nullable().default(null),
  keyed: Keyed.nullable().default(null),
  stationNotes: z.array(StationNote).default([]),
  howLong: z.record(StationId, HowLong).default({}),
  hands: HandsCall.nullable().default(null),
  readyAt: Instant.nullable(),
  runAt: Instant.nullable(),
  /** Everything is run, or void and seen. The recall window runs from here. */
  endedAt: Instant.nullable(),
  /** Carried over a day roll: listed apart, never on the board. */
  isLeftFromYesterday: z.boolean(),
});
export type Ticket = z.infer<typeof Ticket>;

/** What people call it: its table, or the order's number where there is none. */
export function titleOf({ table, number }: Pick<TicketHead, 'table' | 'number'>): string {
  return table ?? number;
}

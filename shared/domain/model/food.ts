import { z } from 'zod';
import { AllergyKey, ItemId, StationId } from '../../lib/ids.ts';
import { Modifier } from './modifier.ts';

/** Epoch milliseconds of hub time. */
export const Instant = z.number();

/** One station's work on one batch. A dish of several stations has one part at each. */
export const Part = z.object({
  station: StationId,
  startedAt: Instant.nullable(),
  /** How many portions of the batch this station has made ready, 0 to the batch's quantity. */
  ready: z.number(),
  readyAt: Instant.nullable(),
  /** Since when any of it is ready here: from then on it is the next station's of an assembly. */
  upAt: Instant.nullable().default(null),
  /** Allergies this station has heard for this food, and when. */
  heard: z.record(AllergyKey, Instant),
});
export type Part = z.infer<typeof Part>;

/** How far voided food had come: what the cook must know before throwing it away. */
export const Stage = z.enum(['held', 'not_started', 'cooking', 'ready', 'run']);
export type Stage = z.infer<typeof Stage>;

export const VoidMark = z.object({
  at: Instant,
  stage: Stage,
  reason: z.string().nullable(),
  /** Stations that had it on their screen and must see it go; empty for food that was still held. */
  owedBy: z.array(StationId),
  /** True once any cook has seen it: after that the same dish is new food. */
  isSeen: z.boolean(),
});
export type VoidMark = z.infer<typeof VoidMark>;

export const FireCause = z.enum(['pos', 'expo', 'time', 'previous', 'party']);
export type FireCause = z.infer<typeof FireCause>;

/** Portions of one item that live and die together: what came with one put, was fired at one moment, was voided or moved as one. */
export const Batch = z.object({
  /** Counted within the item, from 1, never used again. */
  n: z.number().int(),
  kind: z.enum(['first', 'add_on', 'refire']),
  quantity: z.number(),
  addedAt: Instant,
  firedAt: Instant.nullable(),
  firedBy: FireCause.nullable(),
  parts: z.array(Part),
  /** Portions that every station has made ready and the POS has been told of. */
  bumped: z.number(),
  run: z.number(),
  runAt: Instant.nullable(),
  /** Since when plates of it stand at the pass: the first that was ready while none stood there. It means something while `bumped` is above `run`. */
  passAt: Instant.nullable().default(null),
  /** The bag of an order that leaves the house, counted from 1; null: not packed. */
  bag: z.number().int().nullable().default(null),
  void: VoidMark.nullable(),
  /** Log number of the last recall, refire, void or unfire: a press older than this is superseded. */
  turnedSeq: z.number(),
  /** The screen whose own recall that was: its next press came after it, whatever that press had seen of the log. */
  turnedBy: z.string().nullable(),
  /** Allergies that came when this food was started or ready: STOP until someone says carry on or refire. */
  stops: z.array(AllergyKey),
  /** `isStandIn`: it replaces portions that never went out, and counts for what the POS ordered; otherwise it is extra. */
  refire: z
    .object({ reason: z.string(), at: Instant, firedAt: Instant.nullable(), isStandIn: z.boolean() })
    .nullable(),
});
export type Batch = z.infer<typeof Batch>;

export const ConflictAnswer = z.enum(['made_without', 'swapped', 'guest_accepts', 'void']);
export type ConflictAnswer = z.infer<typeof ConflictAnswer>;

/** What the recipe says against one allergy: three answers and never "safe". */
export const Conflict = z.object({
  allergy: AllergyKey,
  /** The dish or modifier that lists it, as named on the ticket. */
  what: z.string(),
  allergen: z.string(),
  at: Instant,
  /** Log number that raised it: an answer pressed on an older glass is none to it. */
  raisedSeq: z.number().default(0),
  answer: z.object({ answer: ConflictAnswer, by: z.string(), at: Instant }).nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

/** A plate at the pass, with the allergies it was held against. */
export const CheckedPlate = z.object({
  item: ItemId,
  batch: z.number().int(),
  allergies: z.array(AllergyKey).min(1).max(100),
});
export type CheckedPlate = z.infer<typeof CheckedPlate>;

/** The fields of an item that the POS may change on live work, each shown with its old value until seen. */
export const ItemFace = z.object({
  menuItemId: z.string().nullable(),
  name: z.string(),
  names: z.record(z.string(), z.string()).nullable(),
  /** 1 up; 0 for the table; null when nobody said. */
  seat: z.number().nullable(),
  seats: z.array(z.number()).nullable(),
  course: z.number(),
  fire: z.string(),
  /** The POS's id of the dish this one fires with. */
  with: z.string().nullable(),
  modifiers: z.array(Modifier),
  notes: z.string().nullable(),
  /** null: no recipe list is known; []: the list is known and empty. */
  allergens: z.array(z.string()).nullable(),
  prepSeconds: z.number().nullable(),
});
export type ItemFace = z.infer<typeof ItemFace>;

export const ItemChange = z.object({
  at: Instant,
  seq: z.number(),
  /** Only the fields that changed, with the value the cook had seen. */
  was: ItemFace.partial(),
  owedBy: z.array(StationId),
});
export type ItemChange = z.infer<typeof ItemChange>;

/** Food that another ticket's put names as its origin before that other ticket has said it gave it away. */
export const Claim = z.object({ ticket: z.string(), item: z.string().nullable(), quantity: z.number() });
export type Claim = z.infer<typeof Claim>;

/** One line of a ticket. */
export const Item = z.object({
  id: ItemId,
  externalId: z.string(),
  face: ItemFace,
  /** What the POS's last put says: the base of the next comparison. 0 when void or gone. */
  saidQuantity: z.number(),
  saidState: z.enum(['active', 'void', 'gone']),
  comped: z.boolean(),
  onTheFly: z.boolean(),
  refireOf: z.string().nullable(),
  /** Where its parts are made; NO_STATION among them when a named or needed station is unknown. */
  stations: z.array(StationId),
  /** Stand-ins among `stations`, each with the closed station whose work it does. */
  standsInFor: z.record(StationId, StationId).default({}),
  /** Assembly: a station, and the one that hands the dish on to it. */
  handedBy: z.record(StationId, StationId).default({}),
  /** Station ids as the POS's last put names them; null when it names none. */
  saidStations: z.array(z.string()).nullable(),
  /** Station ids wanted that this house does not have. */
  unknownStations: z.array(z.string()),
  batches: z.array(Batch),
  /** Portions that a move or the house has taken off before the POS's own put did: its next "fewer" means these. */
  takenAhead: z.number(),
  /** Portions this item asked of a ticket the hub has not met. */
  claim: Claim.nullable(),
  isHeldByPerson: z.boolean(),
  change: ItemChange.nullable(),
  conflicts: z.array(Conflict),
  /** First time any station started it, for the one `item.started`. */
  startedAt: Instant.nullable(),
});
export type Item = z.infer<typeof Item>;

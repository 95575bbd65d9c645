import { z } from 'zod';
import { AllergyKey, ItemId, StationId, TicketId } from '../../lib/ids.ts';
import { CheckedPlate, ConflictAnswer } from '../model/food.ts';
import { TicketAllergy } from '../model/ticket.ts';

const ticket = TicketId;
const stations = z.array(StationId);
const portions = z.array(z.object({ item: ItemId, batch: z.number() }));

/** New, or graver than it was. `stops` is food of that seat already started or ready: STOP until answered. */
export const AllergyAdded = z.object({
  type: z.literal('allergy.added'),
  ticket,
  allergy: TicketAllergy,
  stops: portions,
  stations,
});

/** Only its own button makes this. `portions` are what was on the glass; an intolerance is asked once a ticket and station. */
export const AllergyHeard = z.object({
  type: z.literal('allergy.heard'),
  ticket,
  station: StationId,
  allergies: z.array(AllergyKey),
  portions,
  /** Who at expo called it out and heard it back. */
  calledBy: z.string().optional(),
});

export const AllergyConflict = z.object({
  type: z.literal('allergy.conflict'),
  ticket,
  item: ItemId,
  external: z.string(),
  allergy: AllergyKey,
  what: z.string(),
  allergen: z.string(),
});
/** The dish was changed so that the conflict it had is another dish's matter. */
export const AllergyConflictGone = z.object({
  type: z.literal('allergy.conflict_gone'),
  ticket,
  item: ItemId,
  allergy: AllergyKey,
});
export const ConflictAnswered = z.object({
  type: z.literal('conflict.answered'),
  ticket,
  item: ItemId,
  allergy: AllergyKey,
  answer: ConflictAnswer,
  /** The POS's own id of the dish; a log from before it was told outside has none. */
  external: z.string().optional(),
});

/** At the pass, before they went out: each plate with the allergies it was held against. */
export const PlatesChecked = z.object({
  type: z.literal('allergy.plates_checked'),
  ticket,
  plates: z.array(CheckedPlate),
});

/** The lexicon read it in free text: a person is asked. `seat` null: of nobody's dish, or of several. */
export const AllergyPossible = z.object({
  type: z.literal('allergy.possible'),
  ticket,
  question: z.string(),
  item: ItemId.nullable(),
  external: z.string().nullable(),
  words: z.string(),
  allergens: z.array(z.string()),
  severity: z.string(),
  seat: z.number().nullable(),
});
/** YES makes it an allergy of that seat: `allergy.added` follows. */
export const PossibleAnswered = z.object({
  type: z.literal('possible.answered'),
  ticket,
  question: z.string(),
  answer: z.enum(['allergy', 'taste']),
});

/** A late allergy's STOP answered; `refire` is followed by its `item.refired`. */
export const StopAnswered = z.object({
  type: z.literal('stop.answered'),
  ticket,
  item: ItemId,
  batch: z.number(),
  answer: z.enum(['carry_on', 'refire']),
});

export const AllergyWithdrawn = z.object({
  type: z.literal('allergy.withdrawn'),
  ticket,
  allergy: AllergyKey,
  allergen: z.string(),
  seat: z.number().nullable(),
  /** The person's name as given; `by` of the envelope is who sent it. */
  person: z.string(),
});

/** Whether the POS's last put names it. Not naming it removes nothing: the band says so. */
export const AllergySaid = z.object({
  type: z.literal('allergy.said'),
  ticket,
  allergy: AllergyKey,
  isSaid: z.boolean(),
});

/** Somebody named the seat of an allergy that had none. `record` replaces the old key. */
export const AllergySeated = z.object({
  type: z.literal('allergy.seated'),
  ticket,
  was: AllergyKey,
  record: TicketAllergy,
  stations,
});

export const AllergyEvents = [
  AllergyAdded,
  AllergyHeard,
  AllergyConflict,
  AllergyConflictGone,
  ConflictAnswered,
  PlatesChecked,
  AllergyPossible,
  PossibleAnswered,
  StopAnswered,
  AllergyWithdrawn,
  AllergySaid,
  AllergySeated,
] as const;

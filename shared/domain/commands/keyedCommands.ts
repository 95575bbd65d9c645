import { z } from 'zod';
import { ItemId, TicketId } from '../../lib/ids.ts';

/** What a person keys by hand while no POS can put it. Limits as in the outside contract, section 3. */
const MAX_WORDS = 200;
const MAX_NOTE = 2_000;
const MAX_LINES = 500;

export const KeyedDish = z.object({
  /** The menu's id of the dish; null: typed. */
  menuItemId: z.string().max(MAX_WORDS).nullable(),
  name: z.string().trim().min(1).max(MAX_WORDS),
  quantity: z.number().positive().max(999),
  /** 1 up; 0 for the table; null when nobody said. */
  seat: z.number().int().nonnegative().max(999).nullable(),
  /** 0 fires at once. */
  course: z.number().int().nonnegative().max(99),
  modifiers: z
    .array(
      z.object({
        id: z.string().max(MAX_WORDS).nullable(),
        name: z.string().trim().min(1).max(MAX_WORDS),
        kind: z.string().max(40).nullable(),
      }),
    )
    .max(50),
  notes: z.string().trim().max(MAX_NOTE).nullable(),
});
export type KeyedDish = z.infer<typeof KeyedDish>;

export const KeyedAllergy = z.object({
  allergen: z.string().trim().min(1).max(MAX_WORDS),
  severity: z.enum(['unknown', 'diet', 'intolerance', 'allergy', 'anaphylaxis']),
  crossContact: z.boolean(),
  /** The guest's own words. */
  words: z.string().trim().max(MAX_NOTE).nullable(),
  /** null: nobody has said whose it is. */
  seat: z.number().int().positive().max(999).nullable(),
});
export type KeyedAllergy = z.infer<typeof KeyedAllergy>;

const items = z.array(KeyedDish).max(MAX_LINES);
const allergies = z.array(KeyedAllergy).max(200);

export const KeyedCommands = [
  z.object({
    type: z.literal('ticket.key'),
    /** Whose menu the dishes are of; null: the house's POS, as far as it is known. */
    source: z.string().max(MAX_WORDS).nullable(),
    /** null: an order without a table, taken along. */
    table: z.string().trim().min(1).max(MAX_WORDS).nullable(),
    covers: z.number().int().positive().max(9_999).nullable(),
    items: items.min(1),
    allergies,
  }),
  /** More onto a ticket that was keyed. */
  z.object({ type: z.literal('ticket.keyMore'), ticket: TicketId, items, allergies }),
  /** One line of a keyed ticket, or some portions of it; what a POS has put it voids itself. */
  z.object({
    type: z.literal('item.void'),
    ticket: TicketId,
    item: ItemId,
    quantity: z.number().positive(),
    seen: z.number().int().nonnegative(),
  }),
] as const;

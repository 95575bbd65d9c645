import { z } from 'zod';
import { DishStanding, SaidAvailability } from '../model/dish.ts';
import { TableHold } from '../model/tableHold.ts';

/** Who brought it about; `count`: orders did, `day`: the roll. */
const cause = z.enum(['kitchen', 'pos', 'count', 'day']);
const standing = DishStanding;

/** A dish is off, or on again, since this event; `count` alone changed in the third. */
export const DishEightySixed = z.object({ type: z.literal('menu_item.86'), cause, standing });
export const DishRestored = z.object({ type: z.literal('menu_item.restored'), cause, standing });
export const DishCounted = z.object({ type: z.literal('menu_item.count'), cause, standing });
/** A second reason for what is off already, or one of two gone. Not in the feed. */
export const DishNoted = z.object({ type: z.literal('menu_item.noted'), cause, standing });

/** What a source said last of availability, for the next comparison. Not in the feed. */
export const AvailabilitySaid = z.object({
  type: z.literal('availability.said'),
  source: z.string(),
  said: SaidAvailability,
});

export const TableHeld = z.object({ type: z.literal('table.held'), hold: TableHold });
/** Food put or moved to the table while its guests are away. Not in the feed. */
export const TableHeldBack = z.object({
  type: z.literal('table.held_back'),
  table: z.string(),
  heldBack: TableHold.shape.heldBack,
});
export const TableResumed = z.object({
  type: z.literal('table.resumed'),
  table: z.string(),
  awayMs: z.number(),
});

export const DishEvents = [
  DishEightySixed,
  DishRestored,
  DishCounted,
  DishNoted,
  AvailabilitySaid,
  TableHeld,
  TableHeldBack,
  TableResumed,
] as const;

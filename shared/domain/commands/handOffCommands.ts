import { z } from 'zod';
import { ItemId, TicketId } from '../../lib/ids.ts';
import { CheckedPlate } from '../model/food.ts';
import { MOST_BAGS } from '../model/packing.ts';

/** An order on its way out of the house. */
export const HandOffCommands = [
  /** The POS names its ticket; a screen names ours. `isOn` false takes the step back. */
  z.object({
    type: z.literal('ticket.handoff'),
    ticket: z.union([TicketId, z.object({ source: z.string(), id: z.string() })]),
    step: z.enum(['packed', 'courier_here', 'handed_over', 'returned']),
    isOn: z.boolean(),
  }),
  /** Into which bag of how many; null: out of it. `plates`: of an allergy's dishes that go in, with what was read beside them. */
  z.object({
    type: z.literal('ticket.pack'),
    ticket: TicketId,
    portions: z
      .array(
        z.object({
          item: ItemId,
          batch: z.number().int(),
          bag: z.number().int().min(1).max(MOST_BAGS).nullable(),
        }),
      )
      .max(2000),
    bags: z.number().int().min(1).max(MOST_BAGS),
    plates: z.array(CheckedPlate).max(2000).optional(),
    seen: z.number().int().nonnegative(),
  }),
] as const;

import { z } from 'zod';
import { ItemId, TicketId } from '../../lib/ids.ts';
import { Instant } from './food.ts';

/** The guests of a table are away (speeches, a smoke): what nobody has started waits, what is started says AWAY. */
export const TableHold = z.object({
  table: z.string(),
  since: Instant,
  reason: z.string().nullable(),
  /** The sender's own end of it; null: until somebody resumes the table. */
  until: Instant.nullable(),
  by: z.string(),
  /** Fired food that nobody had started: it is fired anew when the guests are back. */
  heldBack: z.array(z.object({ ticket: TicketId, item: ItemId, batch: z.number() })),
});
export type TableHold = z.infer<typeof TableHold>;

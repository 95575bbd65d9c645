import { z } from 'zod';
import { ChitId, StationId, TicketId } from '../../lib/ids.ts';
import { Chit, ChitPart, ToldFood } from '../model/chit.ts';

const chit = ChitId;

/** A slip is wanted; its printer is asked in turn. */
export const ChitQueued = z.object({ type: z.literal('chit.queued'), record: Chit });
/** From here on it may be on paper. `parts` are what it then tells; `board`: others that waited at the same printer are on it too. */
export const ChitSending = z.object({
  type: z.literal('chit.sending'),
  chit,
  parts: z.array(ChitPart),
  kind: z.literal('board').optional(),
});
export const ChitSettled = z.object({
  type: z.literal('chit.settled'),
  chit,
  state: z.enum(['printed', 'unknown', 'failed']),
  trouble: z.string().nullable(),
});
/** Not a byte of it has left: it waits on, perhaps for another printer. */
export const ChitWaiting = z.object({
  type: z.literal('chit.waiting'),
  chit,
  printer: z.string(),
  trouble: z.string().nullable(),
});
export const ChitMissed = z.object({ type: z.literal('chit.missed'), chits: z.array(chit) });
/** Not wanted any more: the screen is back and shows it, the food is gone, or a person says so. */
export const ChitDropped = z.object({ type: z.literal('chit.dropped'), chits: z.array(chit) });

/** A station that was cut off told of a chit of its own, with what became of it there. Once a chit. */
export const ChitReported = z.object({ type: z.literal('chit.reported'), record: Chit });

/** The paper is out of the printer. Once a station and version. */
export const TicketOnPaper = z.object({
  type: z.literal('ticket.on_paper'),
  ticket: TicketId,
  station: StationId,
  version: z.number(),
  number: z.number().int(),
  isByStation: z.boolean(),
  told: z.array(ToldFood).nullable().default(null),
});

export const PaperEvents = [
  ChitQueued,
  ChitSending,
  ChitSettled,
  ChitWaiting,
  ChitMissed,
  ChitDropped,
  ChitReported,
  TicketOnPaper,
] as const;

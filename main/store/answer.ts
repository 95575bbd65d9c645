import { z } from 'zod';
import { RejectionCode } from '../../shared/domain/commands/outcome.ts';
import { TicketId } from '../../shared/lib/ids.ts';

/** What a message was answered, kept so that the same message gets the same answer. */
export const StoredAnswer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    outcome: z.enum(['applied', 'noop', 'duplicate', 'stale']),
    seq: z.number(),
    ticket: TicketId.nullable(),
  }),
  z.object({
    ok: z.literal(false),
    code: RejectionCode,
    message: z.string(),
    path: z.string().optional(),
  }),
]);
export type StoredAnswer = z.infer<typeof StoredAnswer>;

import { z } from 'zod';
import { ChitId, ItemId, StationId, TicketId } from '../../lib/ids.ts';
import { Instant } from './food.ts';

/** `ticket`: food told for the first time. `change`: what became of food that is on paper. `copy`: a person asked. */
export const ChitKind = z.enum(['ticket', 'change', 'board', 'copy', 'summary']);
export type ChitKind = z.infer<typeof ChitKind>;

/**
 * `sending` is in the log before the first byte leaves. `unknown`: it may be on paper, and only a person has it printed again. `failed`: none
 * of it is. `missed`: it waited for its printer longer than anybody would read it, and waits for a tap.
 * `dropped`: a screen shows it after all, nobody has to cook it any more, or a person said so.
 */
export const ChitState = z.enum(['queued', 'sending', 'printed', 'unknown', 'failed', 'missed', 'dropped']);
export type ChitState = z.infer<typeof ChitState>;

export const ChitReason = z.object({
  kind: z.enum(['not_listed', 'station_down', 'asked', 'missed', 'unknown']),
  /** Since when no screen of the station was there, or when the food came. */
  since: Instant.nullable(),
  /** Who asked. */
  by: z.string().nullable(),
});
export type ChitReason = z.infer<typeof ChitReason>;

/** Food as a slip tells it: what the cook who holds it takes for his work until another slip says otherwise. */
export const ToldFood = z.object({
  item: ItemId,
  batch: z.number(),
  firedAt: Instant,
  quantity: z.number(),
  /** The table it stands under there, or the order's number. */
  title: z.string(),
  /** The slip, as printed. */
  number: z.number().int(),
});
export type ToldFood = z.infer<typeof ToldFood>;

export const ChitPart = z.object({
  ticket: TicketId,
  /** Of the station. What is printed is what stands when it is sent. */
  version: z.number(),
  /** From when it is sent. */
  told: z.array(ToldFood).optional(),
});
export type ChitPart = z.infer<typeof ChitPart>;

/** A slip of paper for one station, from its cause to the tear-off. */
export const Chit = z.object({
  id: ChitId,
  /** As printed: counted from 1 each service day. */
  number: z.number().int(),
  station: StationId,
  printer: z.string(),
  kind: ChitKind,
  reason: ChitReason,
  parts: z.array(ChitPart),
  state: ChitState,
  queuedAt: Instant,
  sentAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  /** What keeps it from being printed, in the printer's own words: `paper`, `cover`, `away`; null: nothing that is known. */
  trouble: z.string().nullable(),
  /** The chit that may be on paper already. */
  reprintOf: ChitId.nullable(),
  /** True: a station that was cut off printed it on a printer of its own, under a number of its own. */
  isByStation: z.boolean().default(false),
});
export type Chit = z.infer<typeof Chit>;

/** A station's version of a ticket that is on paper. */
export const OnPaper = z.object({
  version: z.number(),
  /** As printed. */
  number: z.number().int(),
  at: Instant,
  /** True: a station that was cut off printed it on a printer of its own. */
  isByStation: z.boolean().default(false),
  /** null: nobody knows what it tells; a build before this, or a version that had passed when its station said so. */
  told: z.array(ToldFood).nullable().default(null),
});
export type OnPaper = z.infer<typeof OnPaper>;

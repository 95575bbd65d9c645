import { z } from 'zod';
import { Settled } from '../../../shared/protocol/screenMessages.ts';

/** What tests and their processes on other hosts say to each other. */
export const ScreensSetup = z.object({
  url: z.string(),
  /** null: a window of the device the service runs on. */
  token: z.string().nullable(),
  build: z.string(),
  station: z.string(),
  name: z.string(),
  count: z.number().int(),
});
export type ScreensSetup = z.infer<typeof ScreensSetup>;

/** How a screen stands. */
export const Stand = z.object({
  phase: z.string(),
  link: z.enum(['live', 'late', 'lost']),
  seq: z.number(),
  /** Rises each time it comes into step. */
  session: z.number(),
  /** Hub time as it knows it. */
  now: z.number(),
  /** Presses nobody has answered. */
  waiting: z.number(),
});
export type Stand = z.infer<typeof Stand>;

export const Look = Stand.extend({
  /** Of the whole confirmed state. */
  digest: z.string(),
});
export type Look = z.infer<typeof Look>;

export const Press = z.object({
  ticket: z.string(),
  commandId: z.string(),
  /** null: not yet. */
  settled: Settled.nullable(),
});
export type Press = z.infer<typeof Press>;

/** When, by the machine's monotonic clock, a screen was live and had the log up to a number; null: never yet. */
export const CaughtUp = z.number().nullable();
/** By the POS's ticket id: when this screen had it. */
export const Arrivals = z.record(z.string(), z.number());
export type Arrivals = z.infer<typeof Arrivals>;

export const TillSetup = z.object({ url: z.string(), token: z.string(), prefix: z.string() });

/** What a POS knows: what it sent and when, what was acknowledged, what the feed told. */
export const TillAccount = z.object({
  sent: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      ackedAt: z.number().nullable(),
      results: z.array(z.string()),
      tries: z.number(),
    }),
  ),
  feed: z.array(
    z.object({
      seq: z.number(),
      id: z.string(),
      type: z.string(),
      ticket: z.object({ id: z.string() }).optional(),
    }),
  ),
});
export type TillAccount = z.infer<typeof TillAccount>;

import { z } from 'zod';

/** What load and screens are told. Times are ms of the machine's monotonic clock. */
export const Connect = z.object({ url: z.string(), token: z.string() });

export const Send = z.object({
  from: z.number(),
  count: z.number(),
  everyMs: z.number(),
  /** The whole ticket fires with its first put. */
  isAtOnce: z.boolean(),
});
export const Sent = z.array(z.number());

export const Follow = Connect.extend({
  kind: z.enum(['heard', 'floor']),
  screens: z.number(),
  /** The hub's; a screen of another is turned away. */
  build: z.string(),
  /** Each ticket is bumped by one of the screens after it has had it so long; null: nobody bumps. In the floor a receipt stands for it. */
  bumpAfterMs: z.number().nullable(),
});
export type Follow = z.infer<typeof Follow>;

/** Waits for tickets 0 to `upTo` - 1, answers when the last screen had each. */
export const Arrived = z.object({ upTo: z.number(), withinMs: z.number() });
export const ArrivedAt = z.array(z.number().nullable());

/** How the screens fared. */
export const Fared = z.object({
  resyncs: z.number(),
  cuts: z.number(),
  bumped: z.number(),
  /** Why bumps came back; the first few. */
  refused: z.array(z.string()),
});
export type Fared = z.infer<typeof Fared>;

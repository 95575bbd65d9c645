import { z } from 'zod';

/** What the processes of "put to last screen" are told. Times are ms of the machine's monotonic clock. */
export const Connect = z.object({ url: z.string(), token: z.string() });

export const Send = z.object({ from: z.number(), count: z.number(), everyMs: z.number() });
export const Sent = z.array(z.number());

export const Follow = Connect.extend({
  kind: z.enum(['heard', 'floor']),
  screens: z.number(),
  /** The hub's; a screen of another is turned away. */
  build: z.string(),
});

/** Waits for tickets 0 to `upTo` - 1, answers when the last screen had each. */
export const Arrived = z.object({ upTo: z.number() });
export const ArrivedAt = z.array(z.number());

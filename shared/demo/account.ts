import { z } from 'zod';

/** The till's own account of a night: everything it sent with every answer, and every status it got. Written as JSON at the end. */

const Answer = z.union([
  z.object({
    ok: z.literal(true),
    result: z.string().optional(),
    id: z.string().optional(),
    seq: z.number(),
  }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

export const AccountMessage = z.object({
  n: z.number(),
  event: z.string(),
  argument: z.record(z.string(), z.unknown()),
  quirk: z.enum(['none', 'twice', 'lost', 'late']),
  /** How often it was sent; more than its answers where the line went down in between. */
  tries: z.number(),
  /** In the order they came. */
  answers: z.array(Answer),
});
export type AccountMessage = z.infer<typeof AccountMessage>;

export const NightAccount = z.object({
  seed: z.number(),
  covers: z.number(),
  messages: z.array(AccountMessage),
  /** Each message once, in the order it first came. */
  feed: z.array(z.looseObject({ seq: z.number(), id: z.string(), at: z.string(), type: z.string() })),
  /** Steps of the plan whose moment never came. */
  skipped: z.array(z.unknown()),
});
export type NightAccount = z.infer<typeof NightAccount>;

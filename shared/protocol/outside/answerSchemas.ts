import { z } from 'zod';
import type { OutsideAnswer } from './answer.ts';
import { WrittenInstant } from './instant.ts';

/** The answers as schemas, for the documents that are made from them. New fields may come. */
const Seq = z.int().min(0);

export const Taken = z
  .object({
    ok: z.literal(true),
    result: z.enum(['applied', 'duplicate', 'stale']),
    id: z.string().describe('Your own id, as you sent it.'),
    seq: Seq.describe('The number of the log after it.'),
  })
  .describe('Given after the message is durable.') satisfies z.ZodType<OutsideAnswer>;

export const FeedPlace = z
  .object({
    ok: z.literal(true),
    seq: Seq,
    hubs: z
      .array(z.string())
      .readonly()
      .describe('feed.resume, where there is a standby: the addresses to try when this one is silent.')
      .optional(),
  })
  .describe(
    'feed.resume: the number after which messages come. feed.ack: where the cursor stands.',
  ) satisfies z.ZodType<OutsideAnswer>;

const Problem = z.object({
  path: z.string().describe('Dotted, like items.1.quantity; `argument` is the message itself.'),
  message: z.string(),
});

export const Refused = z.object({
  ok: z.literal(false),
  error: z.object({
    code: z.string().describe('One of a list that may grow.'),
    message: z.string().describe('For people.'),
    fields: z.array(Problem).describe('Always with `invalid`.').optional(),
    oldest: Seq.describe('With `feed_expired`: the oldest number still kept.').optional(),
  }),
});

/** A message of any type; what each carries beside these is said by its type. */
export const AnyFeedMessage = z.looseObject({
  epoch: z.string().describe('The log it is of, as n-id.'),
  seq: Seq.describe('Its number in the log: rising, with gaps.'),
  id: z.string().describe('The same on every delivery.'),
  at: WrittenInstant.describe('Hub time.'),
  type: z.string().describe('New ones may come.'),
});

export const FeedPage = z
  .object({
    ok: z.literal(true),
    epoch: z.string().describe('Give it back with the next question.'),
    seq: Seq.describe('Give it as `after` with the next question.'),
    messages: z
      .array(AnyFeedMessage)
      .describe('In the order of the log; empty when nothing came within `wait`.'),
  })
  .describe('A page of the feed. Asking does not acknowledge.');

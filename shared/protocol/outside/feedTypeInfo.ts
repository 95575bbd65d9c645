import type { z } from 'zod';

/** One type of the feed, for its schema and the reference. */
export interface FeedTypeInfo {
  readonly says: string;
  /** What stands beside the envelope. */
  readonly body: z.core.$ZodLooseShape;
  /** Values of the body, as a listener may get them. */
  readonly example: Readonly<Record<string, unknown>>;
}

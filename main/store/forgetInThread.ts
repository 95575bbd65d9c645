import { z } from 'zod';
import type { Forgotten } from './forgetInCopy.ts';
import { inThread } from './inThread.ts';

const Done = z.array(z.object({ path: z.string(), rows: z.number(), trouble: z.string().nullable() }));
export type ForgottenIn = z.infer<typeof Done>;

/** `forgetInCopy` for each of these files, in a thread of its own. */
export function forgetInThread(
  paths: readonly string[],
  forgotten: Forgotten,
): { readonly done: Promise<ForgottenIn>; readonly stop: () => void } {
  const work = {
    beside: import.meta.url,
    worker: 'forgetWorker',
    done: Done,
    what: 'the rewriting of copies',
  };
  return inThread({ ...work, task: { paths, forgotten } });
}

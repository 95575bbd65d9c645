import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Forgotten } from './forgetInCopy.ts';

const Done = z.array(z.object({ path: z.string(), rows: z.number(), trouble: z.string().nullable() }));
export type ForgottenIn = z.infer<typeof Done>;

/** `forgetInCopy` for each of these files, in a thread of its own. */
export function forgetInThread(
  paths: readonly string[],
  forgotten: Forgotten,
): { readonly done: Promise<ForgottenIn>; readonly stop: () => void } {
  const file = import.meta.url.endsWith('.ts') ? './forgetWorker.ts' : './forgetWorker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: { paths, forgotten } });
  const done = new Promise<ForgottenIn>((resolve, reject) => {
    worker.once('message', (message: unknown) => {
      const parsed = Done.safeParse(message);
      if (parsed.success) resolve(parsed.data);
      else reject(parsed.error);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the rewriting of copies was broken off')));
  });
  return { done, stop: () => void worker.terminate() };
}

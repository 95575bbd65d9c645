import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { Epoch } from '../../shared/protocol/screenMessages.ts';
import type { BackupDone } from './backupFile.ts';

const Done = z.object({
  schema: z.number(),
  siteId: z.string(),
  epoch: Epoch,
  events: z.number(),
  seq: z.number(),
  at: z.number(),
  firstAt: z.number(),
  tickets: z.number(),
  path: z.string(),
  bytes: z.number(),
});

/** `writeBackup` in a thread of its own. Ends with what that threw. */
export function backupInThread(
  source: string,
  target: string,
): { readonly done: Promise<BackupDone>; readonly stop: () => void } {
  // The build lays each worker beside the program that starts it (and takes every file named *Worker.ts for one).
  const file = import.meta.url.endsWith('.ts') ? './backupWorker.ts' : './backupWorker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: { source, target } });
  const done = new Promise<BackupDone>((resolve, reject) => {
    worker.once('message', (message: unknown) => {
      const parsed = Done.safeParse(message);
      if (parsed.success) resolve(parsed.data);
      else reject(parsed.error);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the backup was broken off')));
  });
  return { done, stop: () => void worker.terminate() };
}

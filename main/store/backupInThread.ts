import { z } from 'zod';
import { Epoch } from '../../shared/protocol/screenMessages.ts';
import type { BackupDone } from './backupFile.ts';
import { inThread } from './inThread.ts';

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
  const work = { beside: import.meta.url, worker: 'backupWorker', done: Done, what: 'the backup' };
  return inThread({ ...work, task: { source, target } });
}

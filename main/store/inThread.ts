import { Worker } from 'node:worker_threads';
import type { z } from 'zod';

interface Work<T> {
  /** `import.meta.url` of who starts it: the build lays each worker beside the program that starts it (and takes every `*Worker.ts` for one). */
  readonly beside: string;
  /** `backupWorker`. */
  readonly worker: string;
  readonly task: unknown;
  /** What it posts when it is done. */
  readonly done: z.ZodType<T>;
  /** What was broken off when it ends before. */
  readonly what: string;
}

/** Long work in a thread of its own. `done` ends with what that threw. */
export function inThread<T>({ beside, worker: name, task, done: schema, what }: Work<T>): {
  readonly done: Promise<T>;
  readonly stop: () => void;
} {
  const file = beside.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`;
  const worker = new Worker(new URL(file, beside), { workerData: task });
  const done = new Promise<T>((resolve, reject) => {
    worker.once('message', (message: unknown) => {
      const parsed = schema.safeParse(message);
      if (parsed.success) resolve(parsed.data);
      else reject(parsed.error);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${what} was broken off`)));
  });
  return { done, stop: () => void worker.terminate() };
}

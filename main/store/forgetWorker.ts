import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Forgotten, forgetInCopy } from './forgetInCopy.ts';

/** A thread of its own: rewriting a year's log takes a minute, and the kitchen's messages must not wait. */
const Task = z.object({ paths: z.array(z.string()), forgotten: Forgotten });

const { paths, forgotten } = Task.parse(workerData);
const done = paths.map((path) => {
  try {
    return { path, rows: forgetInCopy(path, forgotten), trouble: null };
  } catch (error) {
    // One that cannot be read keeps nobody from the others; it is told.
    return { path, rows: 0, trouble: error instanceof Error ? error.message : String(error) };
  }
});
parentPort?.postMessage(done);

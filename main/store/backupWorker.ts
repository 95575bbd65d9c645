import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { writeBackup } from './backupFile.ts';

/** A thread of its own: copying and checking a year's log takes minutes, and the kitchen's messages must not wait. */
const Task = z.object({ source: z.string(), target: z.string() });

const { source, target } = Task.parse(workerData);
parentPort?.postMessage(await writeBackup(source, target));

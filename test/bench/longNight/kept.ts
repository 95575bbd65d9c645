import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { BoardPage } from '../page/BoardPage.ts';

/** What a page holds after its garbage is gone. */
export interface Kept {
  readonly heapBytes: number;
  /** All DOM nodes in memory, in the document or not. */
  readonly nodes: number;
  readonly listeners: number;
}

/** Some things are only let go by a callback that runs after a collection. */
const COLLECTIONS = 3;
const BETWEEN_MS = 500;

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

export async function keptBy({ devtools }: BoardPage): Promise<Kept> {
  for (let round = 0; round < COLLECTIONS; round += 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await sleep(BETWEEN_MS);
  }
  await devtools.send('Performance.enable');
  const { metrics } = Metrics.parse(await devtools.send('Performance.getMetrics'));
  const named = (wanted: string) => {
    const found = metrics.find(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`the browser does not tell ${wanted}`);
    return found.value;
  };
  return { heapBytes: named('JSHeapUsedSize'), nodes: named('Nodes'), listeners: named('JSEventListeners') };
}

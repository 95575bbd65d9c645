import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Epoch } from '../../shared/protocol/screenMessages.ts';
import { replaceFile } from './durableFile.ts';
import { noteHighestEpoch } from './highestEpoch.ts';
import { parseJson } from './json.ts';

/** Who took over from the hub of this folder. */
export const Fence = z.object({
  epoch: Epoch,
  addresses: z.array(z.string()),
  /** Wall clock, when they met. */
  at: z.number(),
  /** Up to which number the newer hub has the same log; null: it has not said so yet. */
  common: z.number().nullable(),
});
export type Fence = z.infer<typeof Fence>;

const FILE = 'fenced.json';

/** null: nobody has. A file that cannot be read still says that somebody did. */
export function readFence(dataDir: string): Fence | null {
  const path = join(dataDir, FILE);
  return existsSync(path) ? parseJson(Fence, readFileSync(path, 'utf8')) : null;
}

/** Outlives a restart: what was replaced once never decides again by itself. */
export function writeFence(dataDir: string, fence: Fence): void {
  replaceFile(join(dataDir, FILE), `${JSON.stringify(fence)}\n`);
  noteHighestEpoch(dataDir, fence.epoch.n);
}

export function dropFence(dataDir: string): void {
  rmSync(join(dataDir, FILE), { force: true });
}

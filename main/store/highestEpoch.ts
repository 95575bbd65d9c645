import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './durableFile.ts';
import { parseJson } from './json.ts';

const HighestEpoch = z.object({ n: z.number() });
const FILE = 'epoch.json';

/** Beside the database, for the day on which that cannot be read: no number is ever given to two logs. */
export function readHighestEpoch(dataDir: string): number {
  const path = join(dataDir, FILE);
  return existsSync(path) ? parseJson(HighestEpoch, readFileSync(path, 'utf8')).n : 0;
}

export function noteHighestEpoch(dataDir: string, n: number): void {
  if (n > readHighestEpoch(dataDir)) replaceFile(join(dataDir, FILE), `${JSON.stringify({ n })}\n`);
}

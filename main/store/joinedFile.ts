import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StationId } from '../../shared/lib/ids.ts';
import { replaceFile } from './durableFile.ts';
import { parseJson } from './json.ts';

/**
 * `DATA/joined.json`: a person made this device, which was a hub and was replaced, a station of the hub that replaced it. Holds for every
 * start from then on, because nobody changes flags in the middle of a night.
 */
export const Joined = z.object({
  hubUrl: z.string(),
  station: StationId,
  token: z.string(),
  /** Wall clock. */
  at: z.number(),
  /** The folder under `former-hub` in which the data of the hub is kept. */
  aside: z.string().regex(/^[\w-]+$/u),
  /** Whose station it was started as then; flags that say another one since are meant. null: it was started as a hub. */
  startedAs: z.string().nullable(),
});
export type Joined = z.infer<typeof Joined>;

const FILE = 'joined.json';

export function readJoined(dataDir: string): Joined | null {
  const path = join(dataDir, FILE);
  return existsSync(path) ? parseJson(Joined, readFileSync(path, 'utf8')) : null;
}

/** Durable when it returns: from here on the folder is a station's. */
export function writeJoined(dataDir: string, joined: Joined): void {
  replaceFile(join(dataDir, FILE), `${JSON.stringify(joined)}\n`);
}

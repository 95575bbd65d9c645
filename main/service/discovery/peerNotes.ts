import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../../store/durableFile.ts';
import { parseJson } from '../../store/json.ts';

/** `DATA/peers.json`: where others of this site may be the hub, for the start after they became it. */
const Peers = z.object({ addresses: z.array(z.string()) });
const FILE = 'peers.json';

export function readPeers(dataDir: string): string[] {
  const path = join(dataDir, FILE);
  try {
    return existsSync(path) ? parseJson(Peers, readFileSync(path, 'utf8')).addresses : [];
  } catch {
    // Half a file of a full disk: they are found by mDNS, or say themselves where they are.
    return [];
  }
}

export function notePeers(dataDir: string, addresses: readonly string[]): void {
  replaceFile(join(dataDir, FILE), `${JSON.stringify({ addresses })}\n`);
}

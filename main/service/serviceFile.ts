import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `DATA/service.json` tells the `heard` command where the running service listens. A convenience: nothing depends on it. */
const ServiceFile = z.object({ url: z.string(), pid: z.number() });

const pathOf = (dataDir: string) => join(dataDir, 'service.json');

export function announceService(dataDir: string, url: string): void {
  try {
    writeFileSync(pathOf(dataDir), `${JSON.stringify({ url, pid: process.pid })}\n`, { mode: 0o600 });
  } catch {
    // A full disk: the board is shown all the same, and `heard` falls back to the default address.
    return;
  }
}

export function withdrawService(dataDir: string): void {
  try {
    rmSync(pathOf(dataDir), { force: true });
  } catch {
    // A disk that has failed must not keep the service from stopping cleanly; whoever reads the file finds nobody there.
    return;
  }
}

/** Where the service of this folder was last ready; null when none said so. */
export function announcedUrl(dataDir: string): string | null {
  try {
    const said: unknown = JSON.parse(readFileSync(pathOf(dataDir), 'utf8'));
    return ServiceFile.parse(said).url;
  } catch {
    // No service has been ready here, or one was killed while it wrote.
    return null;
  }
}

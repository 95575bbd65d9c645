import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Build, createToken, end, profiling, startService } from '../processes.ts';
import { Worker } from '../Worker.ts';

/** A hub in a process and a fresh folder of its own: the product's, or the floor's. */
export interface MeasuredHub {
  readonly pid: number | undefined;
  readonly url: string;
  readonly posToken: string;
  readonly screenToken: string;
  /** What the floor counted; null: a hub of ours has them in its log. */
  readonly receipts: () => Promise<number | null>;
  /** Ends it and removes its folder. */
  readonly end: () => Promise<void>;
}

/** The product's hub, which makes tokens. */
export interface HeardHub extends MeasuredHub {
  readonly token: (scope: string, ...flags: string[]) => string;
}

const folder = () => mkdtempSync(join(tmpdir(), 'heard-bench-'));
const remove = (path: string) => rmSync(path, { recursive: true, force: true });

export async function startHeardHub(
  build: Build,
  { profile, config }: { readonly profile: string | null; readonly config?: unknown },
): Promise<HeardHub> {
  const dataDir = folder();
  if (config !== undefined) writeFileSync(join(dataDir, 'config.json'), JSON.stringify(config));
  const { child, url } = await startService(build, dataDir, profiling(profile, 'heard-hub'));
  return {
    pid: child.pid,
    url,
    posToken: createToken(build, dataDir, '--scope', 'pos', '--name', 'load'),
    screenToken: createToken(build, dataDir, '--scope', 'screen', '--name', 'screens'),
    token: (scope, ...flags) => createToken(build, dataDir, '--scope', scope, '--name', 'bench', ...flags),
    receipts: () => Promise.resolve(null),
    end: async () => {
      await end(child, 'SIGTERM');
      remove(dataDir);
    },
  };
}

export async function startFloorHub(profile: string | null): Promise<MeasuredHub> {
  const dataDir = folder();
  const program = join(import.meta.dirname, 'floorHub.ts');
  const worker = new Worker('floor hub', program, profiling(profile, 'floor-hub'));
  const url = await worker.ask('listen', dataDir, z.string());
  return {
    pid: worker.pid,
    url,
    posToken: '',
    screenToken: '',
    receipts: () => worker.ask('receipts', null, z.number()),
    end: async () => {
      await worker.end();
      remove(dataDir);
    },
  };
}

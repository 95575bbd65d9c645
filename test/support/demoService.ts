import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..', '..');
const Ready = z.object({ event: z.literal('ready'), url: z.string(), pid: z.number() });

export interface DemoService {
  readonly url: string;
  readonly child: ChildProcess;
  /** The place for data; the demo's folder lies inside. */
  readonly place: string;
  /** All it wrote to stderr so far. */
  readonly log: () => string;
  readonly ended: Promise<number | null>;
  /** Ends it if it still runs, and takes the place away. */
  readonly stop: () => Promise<void>;
}

/** The built service with `--demo --headless` and these flags, in a place of its own. */
export async function startDemo(...flags: readonly string[]): Promise<DemoService> {
  const place = mkdtempSync(join(tmpdir(), 'heard-demo-'));
  const program = join(ROOT, 'dist', 'service', 'start.js');
  const args = [program, '--demo', '--headless', '--port', '0', '--data', place, ...flags];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    ended.then((code) => {
      throw new Error(`the demo ended with ${code}:\n${written}`);
    }),
  ]);
  const ready: unknown = JSON.parse(line);
  return {
    url: Ready.parse(ready).url,
    child,
    place,
    log: () => written,
    ended,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

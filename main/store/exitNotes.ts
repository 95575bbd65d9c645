import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './durableFile.ts';
import { parseJson } from './json.ts';

const ExitNote = z.object({ at: z.number(), reason: z.string() });
export type ExitNote = z.infer<typeof ExitNote>;

/** Enough to see a pattern; the log has the rest. */
const KEPT = 20;
const LOOP_EXITS = 3;
const LOOP_MS = 60_000;

/** Notes that the service ends because of a fault of its own. Signals and power loss never come here. `at` is the wall's. Never throws. */
export function noteExit(dataDir: string, error: unknown, at: number): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const notes = [...readExits(dataDir), { at, reason: reason.slice(0, 2_000) }].slice(-KEPT);
  try {
    replaceFile(fileOf(dataDir), `${JSON.stringify(notes, null, 1)}\n`);
  } catch {
    // The fault itself must reach the person; without its note the next start is a usual one.
    return;
  }
}

/** The last fault, when the service ended by fault so often in the last minute that starting as usual would only do it again. */
export function crashLoop(dataDir: string, now: number): ExitNote | null {
  const recent = readExits(dataDir).filter(({ at }) => at > now - LOOP_MS && at <= now);
  return recent.length >= LOOP_EXITS ? (recent.at(-1) ?? null) : null;
}

export function readExits(dataDir: string): ExitNote[] {
  try {
    return parseJson(z.array(ExitNote), readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    // Absent on a good machine; a damaged list of faults is no reason not to start.
    return [];
  }
}

/** The data they were about is no longer the one in use. */
export function dropExitNotes(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

const fileOf = (dataDir: string) => join(dataDir, 'exits.json');

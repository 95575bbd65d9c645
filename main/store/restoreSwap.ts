import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile, syncFolder } from './durableFile.ts';
import { parseJson } from './json.ts';
import { Refusal } from './refusal.ts';

const MARKER = 'restore-unfinished';
const Marker = z.object({ aside: z.string() });
/** SQLite takes a WAL that lies beside a database for that database's own, whatever it came from. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;

/**
 * Puts `staged` in the place of `heard.db` and the old one aside. Between the two renames the folder has no database, and a start would make
 * an empty one: the marker, written first and removed last, forbids it.
 */
export function swapIn(dataDir: string, staged: string, aside: string): void {
  const file = join(dataDir, 'heard.db');
  replaceFile(join(dataDir, MARKER), JSON.stringify({ aside }));
  if (existsSync(file)) {
    for (const end of BESIDE) {
      if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${join(dataDir, aside)}${end}`);
    }
    renameSync(file, join(dataDir, aside));
  }
  for (const end of BESIDE) rmSync(`${file}${end}`, { force: true });
  renameSync(staged, file);
  syncFolder(dataDir);
  rmSync(join(dataDir, MARKER));
  syncFolder(dataDir);
}

/** The name of the file that a restore which was cut short has put aside; null: none was. A database whose WAL went ahead gets it back. */
export function cutShort(dataDir: string): string | null {
  const marker = join(dataDir, MARKER);
  if (!existsSync(marker)) return null;
  const { aside } = parseJson(Marker, readFileSync(marker, 'utf8'));
  const [file, gone] = [join(dataDir, 'heard.db'), join(dataDir, aside)];
  if (!existsSync(gone)) {
    for (const end of BESIDE) if (existsSync(`${gone}${end}`)) renameSync(`${gone}${end}`, `${file}${end}`);
  }
  return aside;
}

export function refuseUnfinished(dataDir: string): void {
  if (!existsSync(join(dataDir, MARKER))) return;
  throw new Refusal(
    'restore_unfinished',
    'A restore of this data was cut short. Run the same "npm run heard -- restore FILE" once more; nothing is lost.',
  );
}

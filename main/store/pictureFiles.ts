import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PictureId } from '../../shared/config/floor.ts';
import { syncFolder, writeAndSync } from './durableFile.ts';

/** Files of `DATA/pictures`: backgrounds of the floor plan. Beside the log and not in it: nothing depends on them. */
const FOLDER = 'pictures';
/** Those of versions that somebody may go back to; the oldest goes first. */
const MOST_FILES = 40;
const ID_LETTERS = 32;

const TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
type Kind = keyof typeof TYPES;

/** Keeps it; its name, or null where it is none of the three kinds, whatever it was called. */
export function keepPicture(
  dataDir: string,
  bytes: Uint8Array,
  inUse: ReadonlySet<string>,
): PictureId | null {
  const kind = kindOf(bytes);
  if (kind === null) return null;
  const folder = join(dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const id = `${createHash('sha256').update(bytes).digest('hex').slice(0, ID_LETTERS)}.${kind}`;
  const path = join(folder, id);
  if (!existsSync(path)) {
    writeAndSync(`${path}.new`, bytes, 'w');
    renameSync(`${path}.new`, path);
    syncFolder(folder);
  }
  dropOldest(folder, new Set([...inUse, id]));
  return id;
}

/** null: there is none of that name. */
export function readPicture(dataDir: string, id: PictureId): { bytes: Buffer; type: string } | null {
  const path = join(dataDir, FOLDER, PictureId.parse(id));
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const kind = kindOf(bytes);
  return kind === null ? null : { bytes, type: TYPES[kind] };
}

/** By its first bytes: a drawing that could run or fetch something is none of these. */
function kindOf(bytes: Uint8Array): Kind | null {
  const starts = (at: number, ...wanted: readonly number[]) =>
    wanted.every((byte, offset) => bytes[at + offset] === byte);
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  // RIFF, four bytes of length, WEBP.
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  return null;
}

function dropOldest(folder: string, kept: ReadonlySet<string>): void {
  const files = readdirSync(folder)
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of files.slice(MOST_FILES)) if (!kept.has(name)) rmSync(join(folder, name));
}

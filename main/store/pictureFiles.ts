import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PictureId } from '../../shared/config/floor.ts';
import { syncFolder, writeAndSync } from './durableFile.ts';
import { type Picture, pictureIdOf, pictureOf } from './pictureKind.ts';
import type { PictureTable } from './pictureTable.ts';

/** Files of `DATA/pictures`: what a station has fetched of its hub's backgrounds of the floor plan. */
const FOLDER = 'pictures';

/** False: these are not the bytes that the name was made of. */
export function keepPictureFile(dataDir: string, id: PictureId, bytes: Uint8Array): boolean {
  if (pictureIdOf(bytes) !== id) return false;
  const folder = join(dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, id);
  writeAndSync(`${path}.new`, bytes, 'w');
  renameSync(`${path}.new`, path);
  syncFolder(folder);
  return true;
}

/** null: there is none of that name. */
export function readPictureFile(dataDir: string, id: PictureId): Picture | null {
  const path = join(dataDir, FOLDER, PictureId.parse(id));
  return existsSync(path) ? pictureOf(readFileSync(path)) : null;
}

/** What no room shows any more goes. */
export function dropPictureFiles(dataDir: string, kept: ReadonlySet<string>): void {
  const folder = join(dataDir, FOLDER);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name));
}

/** A hub of before schema 5 had them as files, and so has a station that is promoted: they go into its one file. */
export function takeInPictureFiles(dataDir: string, table: PictureTable, at: number): void {
  const folder = join(dataDir, FOLDER);
  if (!existsSync(folder)) return;
  const names = new Set(readdirSync(folder));
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    if (pictureIdOf(bytes) === name) table.keep(bytes, names, at);
  }
  rmSync(folder, { recursive: true });
}

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './database.ts';
import { syncFolder, writeAndSync } from './durableFile.ts';
import { readMeta, writeMeta } from './metaTable.ts';
import { Refusal } from './refusal.ts';
import { Sealing } from './sealing.ts';

const KEY_BYTES = 32;
/** What the key says of this text is kept in the database, so that a wrong key is known at once. */
const CHECK_TEXT = 'heard personal key';

/** Opens the key of this folder; makes it when nothing was ever sealed. Never replaces one that something was sealed with. */
export function openSealing(db: Db, dataDir: string, given?: Uint8Array): Sealing {
  const path = join(dataDir, 'keys', 'personal');
  const secret = given ?? readKey(path) ?? makeKey(db, path);
  const sealing = new Sealing(secret);
  const check = sealing.digest(CHECK_TEXT);
  const known = readMeta(db, 'personal_key_check');
  if (known !== check) {
    if (known !== null && hasSealedRows(db)) {
      throw new Refusal(
        'key_wrong',
        `${path} is not the key that the names in this data were sealed with. Put the right file back and start again.`,
      );
    }
    writeMeta(db, 'personal_key_check', check);
  }
  return sealing;
}

/** Whether the key in this folder is the one that a database's names were sealed with. `none`: nothing was ever sealed. */
export function keyStanding(db: Db, dataDir: string): 'fits' | 'none' | 'missing' | 'wrong' {
  const known = readMeta(db, 'personal_key_check');
  if (known === null) return 'none';
  const path = join(dataDir, 'keys', 'personal');
  let secret: Buffer | null;
  try {
    secret = readKey(path);
  } catch (error) {
    if (error instanceof Refusal) return 'wrong';
    throw error;
  }
  if (secret === null) return hasSealedRows(db) ? 'missing' : 'none';
  return new Sealing(secret).digest(CHECK_TEXT) === known ? 'fits' : 'wrong';
}

export const hasKey = (dataDir: string): boolean => existsSync(join(dataDir, 'keys', 'personal'));

/** Puts the key that a hub has handed over where a start looks for it. False: another house's key lies there. */
export function keepHandedKey(dataDir: string, secret: Uint8Array): boolean {
  if (secret.length !== KEY_BYTES) throw new Error(`a key of ${secret.length} bytes was handed over`);
  const path = join(dataDir, 'keys', 'personal');
  const there = readKey(path);
  if (there !== null) return there.equals(secret);
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  writeAndSync(beside, secret, 'wx', 0o600);
  renameSync(beside, path);
  syncFolder(folder);
  return true;
}

function readKey(path: string): Buffer | null {
  let key: Buffer;
  try {
    key = readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (key.length !== KEY_BYTES)
    throw new Refusal(
      'key_wrong',
      `${path} is damaged: a key has ${KEY_BYTES} bytes, this has ${key.length}.`,
    );
  return key;
}

function makeKey(db: Db, path: string): Buffer {
  if (hasSealedRows(db)) {
    throw new Refusal(
      'key_missing',
      `${path} is missing and names in this data are sealed with it. Put the file back (backups never hold it) and start again.`,
    );
  }
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Written whole beside its name and linked, so that a second process starting now reads all of it or nothing.
  const beside = `${path}.${randomUUID()}`;
  writeAndSync(beside, randomBytes(KEY_BYTES), 'wx', 0o600);
  try {
    linkSync(beside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(beside, { force: true });
  }
  syncFolder(folder);
  return readFileSync(path);
}

function hasSealedRows(db: Db): boolean {
  return (
    db.prepare('SELECT 1 FROM personal LIMIT 1').get() !== undefined ||
    db.prepare('SELECT 1 FROM dead_letter LIMIT 1').get() !== undefined
  );
}

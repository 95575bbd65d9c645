import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Replaces a small file whole: a reader sees the old text or the new, also after the plug was pulled. */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.new`;
  writeAndSync(beside, text, 'w');
  renameSync(beside, path);
  syncFolder(dirname(path));
}

export function writeAndSync(path: string, data: string | Uint8Array, flags: 'w' | 'wx', mode = 0o600): void {
  const file = openSync(path, flags, mode);
  try {
    writeSync(file, typeof data === 'string' ? Buffer.from(data) : data);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A new name is durable once its folder is. Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

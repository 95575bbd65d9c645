import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';

/** Turns over the bytes of a file from a third of it on, as a failing disk would, and leaves its head alone. */
export function flipBytes(path: string, count = 20_000): void {
  const from = Math.floor(statSync(path).size / 3);
  const bytes = Buffer.alloc(Math.min(count, statSync(path).size - from));
  const file = openSync(path, 'r+');
  readSync(file, bytes, 0, bytes.length, from);
  for (const [index, byte] of bytes.entries()) bytes[index] = byte ^ 0xff;
  writeSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
}

import { closeSync, openSync, readSync } from 'node:fs';

/** How every SQLite file begins. */
const SQLITE_MAGIC = 'SQLite format 3\0';

/** Told by the first bytes: a name can be anything. */
export function isDatabase(path: string): boolean {
  const head = Buffer.alloc(SQLITE_MAGIC.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === SQLITE_MAGIC;
}

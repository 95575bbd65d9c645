import type { Migration } from './migration.ts';

/**
 * FROZEN. Backgrounds of the floor plan, by names made of what is in them. AUTOINCREMENT: a number is never given again, so that a standby
 * need not be sent the last one anew whenever it asks.
 */
const SQL = `
CREATE TABLE picture (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
`;

export const pictures: Migration = {
  version: 5,
  // A build of schema 3 reads and writes the rest; its plans have no backgrounds.
  oldestSchema: 3,
  oldestRelease: '0.1.0',
  up: (db) => {
    db.exec(SQL);
  },
};

import type { Migration } from './migration.ts';

/**
 * FROZEN. Who looked at, changed and erased guests, and which rows an erasure took: by random ids alone, apart from the guests, so that it
 * outlives them and a backup brought back does not bring them back. Profiles themselves lie in `personal`.
 */
const SQL = `
CREATE TABLE guest_audit (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  made_by TEXT NOT NULL,
  roles TEXT NOT NULL, -- JSON
  about TEXT NOT NULL -- JSON: ids of profiles and persons
) STRICT;
CREATE INDEX personal_updated ON personal (updated_at);
`;

export const guestAudit: Migration = {
  version: 4,
  // A build of schema 3 reads and writes the rest; it remembers no guest and keeps the rows of those who are.
  oldestSchema: 3,
  oldestRelease: '0.1.0',
  up: (db) => {
    db.exec(SQL);
  },
};

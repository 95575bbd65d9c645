import type { Migration } from './migration.ts';

/** FROZEN. Stubs of parties whose day is over: their source may speak of them again, and reports ask for them. */
const SQL = `
CREATE TABLE history_party (
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  party_id TEXT NOT NULL,
  day TEXT NOT NULL,
  revision INTEGER,
  closed_at INTEGER NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (source, external_id)
) STRICT;
`;

export const parties: Migration = {
  version: 3,
  // A build of schema 2 cannot read events of parties: it would refuse the log.
  oldestSchema: 3,
  oldestRelease: '0.1.0',
  up: (db) => {
    db.exec(SQL);
  },
};

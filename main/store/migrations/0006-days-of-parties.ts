import type { Migration } from './migration.ts';

/** FROZEN. A host pages back through days: of years of parties only that day's are read. */
const SQL = `
CREATE INDEX history_party_by_day ON history_party (day);
`;

export const daysOfParties: Migration = {
  version: 6,
  // A build of schema 3 reads and writes the same rows.
  oldestSchema: 3,
  oldestRelease: '0.1.0',
  up: (db) => {
    db.exec(SQL);
  },
};

import type { Migration } from './migration.ts';

/** FROZEN. Who made a version of the configuration and what it was for, so that set-up can show and undo it. */
const SQL = `
ALTER TABLE config ADD COLUMN made_by TEXT; -- the token's name, or the house's own; null: from before this column
ALTER TABLE config ADD COLUMN note TEXT; -- JSON: set-up, an undo, an import, a menu
`;

export const configHistory: Migration = {
  version: 2,
  // Builds of schema 1 write rows without these columns, which read as "not known".
  oldestSchema: 1,
  oldestRelease: '0.1.0',
  up: (db) => {
    db.exec(SQL);
  },
};

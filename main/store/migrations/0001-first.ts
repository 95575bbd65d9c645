import type { Db } from '../database.ts';
import type { Migration } from './migration.ts';

/** FROZEN. Later changes are later files. STRICT and TEXT everywhere: a POS's `007` stays `007`. Instants are hub time in ms unless said. */
const SQL = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL, -- n-seq, so seq being unique is enough
  at INTEGER NOT NULL,
  v INTEGER NOT NULL,
  type TEXT NOT NULL,
  by TEXT NOT NULL,
  cmd TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX event_opening ON event (seq) WHERE type = 'day.opened';

CREATE TABLE dedupe (command_id TEXT PRIMARY KEY, answer TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX dedupe_at ON dedupe (at);
CREATE TABLE key_dedupe (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  argument TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX key_dedupe_at ON key_dedupe (at);

CREATE TABLE snapshot (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, document TEXT NOT NULL) STRICT;

CREATE TABLE history_ticket (
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  day TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  revision INTEGER,
  closed_at INTEGER NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (source, external_id, day)
) STRICT;

CREATE TABLE personal (person_id TEXT PRIMARY KEY, sealed BLOB NOT NULL, updated_at INTEGER NOT NULL) STRICT;

CREATE TABLE token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  roles TEXT NOT NULL,
  source TEXT,
  created_at INTEGER NOT NULL, -- wall clock: made by other processes too
  revoked_at INTEGER
) STRICT;
CREATE TABLE one_time_code (
  hash TEXT PRIMARY KEY,
  template TEXT NOT NULL,
  expires_at INTEGER NOT NULL, -- wall clock
  used_at INTEGER
) STRICT;
CREATE TABLE feed_cursor (
  token_id TEXT PRIMARY KEY,
  acked_seq INTEGER NOT NULL,
  resumed_at INTEGER
) STRICT;

CREATE TABLE config (
  version INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  at INTEGER NOT NULL,
  file_digest TEXT -- of the DATA/config.json it came from
) STRICT;

CREATE TABLE dead_letter (
  n INTEGER PRIMARY KEY,
  sealed BLOB NOT NULL,
  at INTEGER NOT NULL,
  entrance TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX dead_letter_at ON dead_letter (at);
`;

export const first: Migration = {
  version: 1,
  oldestSchema: 1,
  oldestRelease: '0.1.0',
  up: (db: Db) => {
    db.exec(SQL);
  },
};

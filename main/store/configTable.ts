import { z } from 'zod';
import { ConfigNote, type ConfigVersion } from '../../shared/config/configVersion.ts';
import { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { ConfigDocument } from '../../shared/protocol/screenMessages.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import { readMeta, writeMeta } from './metaTable.ts';

const Row = z.object({ version: z.number(), document: z.string() });
const Digest = z.object({ file_digest: z.string() });
const VersionRow = z.object({
  version: z.number(),
  at: z.number(),
  made_by: z.string().nullable(),
  note: z.string().nullable(),
});

const SET_UP_AT = 'set_up_at';

/** What is kept beside a document. */
export interface ConfigOrigin {
  readonly by: string;
  readonly note: ConfigNote;
  /** Digest of the `config.json` it came from; null: it came from elsewhere. */
  readonly fileDigest: string | null;
}

/** Every version of the configuration, whole. A version and its `config.changed` are written in one transaction. */
export class ConfigTable {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  put(document: ConfigDocument, at: number, origin: ConfigOrigin): void {
    this.db
      .prepare(
        'INSERT INTO config (version, document, at, file_digest, made_by, note) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(
        document.version,
        JSON.stringify(document.config),
        at,
        origin.fileDigest,
        origin.by,
        JSON.stringify(origin.note),
      );
  }

  get(version: number): ConfigDocument | null {
    const row = this.db.prepare('SELECT version, document FROM config WHERE version = ?').get(version);
    if (row === undefined) return null;
    const { document } = Row.parse(row);
    return { version, config: parseJson(HouseConfig, document) };
  }

  /** Versions below `before`, newest first, at most `limit`. */
  versions(before: number, limit: number): ConfigVersion[] {
    return this.db
      .prepare(
        'SELECT version, at, made_by, note FROM config WHERE version < ? ORDER BY version DESC LIMIT ?',
      )
      .all(before, limit)
      .map((raw) => {
        const { version, at, made_by: by, note } = VersionRow.parse(raw);
        return { version, at, by, note: note === null ? null : parseJson(ConfigNote, note) };
      });
  }

  /** When a person finished /setup, hub time; null: nobody has. */
  setUpAt(): number | null {
    const at = readMeta(this.db, SET_UP_AT);
    return at === null ? null : Number(at);
  }

  setUp(at: number): void {
    writeMeta(this.db, SET_UP_AT, String(at));
  }

  /** Digest of the last `config.json` that became a version. */
  lastFileDigest(): string | null {
    const row = this.db
      .prepare('SELECT file_digest FROM config WHERE file_digest IS NOT NULL ORDER BY version DESC LIMIT 1')
      .get();
    return row === undefined ? null : Digest.parse(row).file_digest;
  }
}

import { z } from 'zod';
import { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { ConfigDocument } from '../../shared/protocol/screenMessages.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

const Row = z.object({ version: z.number(), document: z.string() });
const Digest = z.object({ file_digest: z.string() });

/** Every version of the configuration, whole. A version and its `config.changed` are written in one transaction. */
export class ConfigTable {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  put(document: ConfigDocument, at: number, fileDigest: string | null): void {
    this.db
      .prepare('INSERT INTO config (version, document, at, file_digest) VALUES (?, ?, ?, ?)')
      .run(document.version, JSON.stringify(document.config), at, fileDigest);
  }

  get(version: number): ConfigDocument | null {
    const row = this.db.prepare('SELECT version, document FROM config WHERE version = ?').get(version);
    if (row === undefined) return null;
    const { document } = Row.parse(row);
    return { version, config: parseJson(HouseConfig, document) };
  }

  /** Digest of the last `config.json` that became a version. */
  lastFileDigest(): string | null {
    const row = this.db
      .prepare('SELECT file_digest FROM config WHERE file_digest IS NOT NULL ORDER BY version DESC LIMIT 1')
      .get();
    return row === undefined ? null : Digest.parse(row).file_digest;
  }
}

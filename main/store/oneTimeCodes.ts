import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import { hashSecret, type TokenRecord, type TokenTable, TokenTemplate } from './tokenTable.ts';

const CODE_LIFE_MS = 10 * 60_000;
const Row = z.object({ template: z.string() });

/** Codes for a QR: good for ten minutes and one exchange. */
export class OneTimeCodes {
  private readonly db: Db;
  private readonly tokens: TokenTable;

  constructor(db: Db, tokens: TokenTable) {
    this.db = db;
    this.tokens = tokens;
  }

  issue(template: TokenTemplate, now: number): string {
    const code = randomBytes(16).toString('base64url');
    this.db.prepare('DELETE FROM one_time_code WHERE expires_at < ?').run(now);
    this.db
      .prepare('INSERT INTO one_time_code (hash, template, expires_at) VALUES (?, ?, ?)')
      .run(hashSecret(code), JSON.stringify(template), now + CODE_LIFE_MS);
    return code;
  }

  /** null: unknown, used or too old. Using it and making the token are one transaction. */
  redeem(code: string, now: number): { secret: string; token: TokenRecord } | null {
    const hash = hashSecret(code);
    return this.db
      .transaction(() => {
        const row = this.db
          .prepare(
            'SELECT template FROM one_time_code WHERE hash = ? AND used_at IS NULL AND expires_at >= ?',
          )
          .get(hash, now);
        if (row === undefined) return null;
        this.db.prepare('UPDATE one_time_code SET used_at = ? WHERE hash = ?').run(now, hash);
        return this.tokens.create(parseJson(TokenTemplate, Row.parse(row).template), now);
      })
      .immediate();
  }
}

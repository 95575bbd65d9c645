import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Role } from '../../shared/domain/events/actor.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

export const TokenScope = z.enum(['pos', 'bookings', 'screen', 'station', 'admin']);
export type TokenScope = z.infer<typeof TokenScope>;

/** What a token is to be; a one-time code holds one until it is redeemed. */
export const TokenTemplate = z.object({
  name: z.string().min(1).max(100),
  scope: TokenScope,
  roles: z.array(Role),
  source: z.string().nullable(),
});
export type TokenTemplate = z.infer<typeof TokenTemplate>;

export interface TokenRecord extends TokenTemplate {
  readonly id: string;
  readonly createdAt: number;
}

const Row = z.object({
  id: z.string(),
  name: z.string(),
  scope: TokenScope,
  roles: z.string(),
  source: z.string().nullable(),
  created_at: z.number(),
});
const COLUMNS = 'id, name, scope, roles, source, created_at';
const Id = z.object({ id: z.string() });

/** Tokens by the hash of their secret. Other processes (`heard token`) write here too, so nothing is cached. Times are the wall's. */
export class TokenTable {
  private readonly db: Db;
  private readonly find;
  private readonly revoked;

  constructor(db: Db) {
    this.db = db;
    this.find = db.prepare(`SELECT ${COLUMNS} FROM token WHERE hash = ? AND revoked_at IS NULL`);
    this.revoked = db.prepare('SELECT id FROM token WHERE revoked_at IS NOT NULL');
  }

  /** The secret is shown here and never again. */
  create(template: TokenTemplate, now: number): { secret: string; token: TokenRecord } {
    const secret = `hrd_${randomBytes(32).toString('base64url')}`;
    const { name, scope, roles, source } = template;
    const token = { id: randomBytes(6).toString('hex'), name, scope, roles, source, createdAt: now };
    this.db
      .prepare(
        'INSERT INTO token (id, hash, name, scope, roles, source, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(token.id, hashSecret(secret), name, scope, JSON.stringify(roles), source, now);
    return { secret, token };
  }

  bySecret(secret: string): TokenRecord | null {
    const row = this.find.get(hashSecret(secret));
    return row === undefined ? null : readToken(row);
  }

  list(): TokenRecord[] {
    return this.db
      .prepare(`SELECT ${COLUMNS} FROM token WHERE revoked_at IS NULL ORDER BY created_at, id`)
      .all()
      .map(readToken);
  }

  revokedIds(): string[] {
    return this.revoked.all().map((row) => Id.parse(row).id);
  }

  /** By id or by name; the number of tokens that end. */
  revoke(idOrName: string, now: number): number {
    return this.db
      .prepare('UPDATE token SET revoked_at = ? WHERE (id = ? OR name = ?) AND revoked_at IS NULL')
      .run(now, idOrName, idOrName).changes;
  }
}

/** A secret of 32 random bytes needs no slow hash: there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function readToken(raw: unknown): TokenRecord {
  const { created_at: createdAt, roles, ...row } = Row.parse(raw);
  return { ...row, roles: parseJson(z.array(Role), roles), createdAt };
}

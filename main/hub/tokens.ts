import type { Logger } from 'pino';
import type { OneTimeCodes } from '../store/oneTimeCodes.ts';
import type { TokenTable } from '../store/tokenTable.ts';
import type { TokenInfo, TokensPort, TokenTemplate } from './port.ts';

/** Three looks within the second in which a revoked token must be dead on every open connection. */
const LOOK_EVERY_MS = 300;

/** Tokens as the running service sees them. The table is read at every call: `heard token` writes it from another process. */
export class Tokens implements TokensPort {
  private readonly table: TokenTable;
  private readonly codes: OneTimeCodes;
  private readonly listeners = new Set<(tokenId: string) => void>();
  private readonly told: Set<string>;
  private readonly log: Logger;
  private readonly timer: NodeJS.Timeout;

  constructor(table: TokenTable, codes: OneTimeCodes, log: Logger) {
    this.table = table;
    this.codes = codes;
    this.log = log;
    this.told = new Set(table.revokedIds());
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  check(secret: string): TokenInfo | null {
    return this.table.bySecret(secret);
  }

  redeemCode(code: string): { secret: string; info: TokenInfo } | null {
    const made = this.codes.redeem(code, Date.now());
    return made === null ? null : { secret: made.secret, info: made.token };
  }

  list(): TokenInfo[] {
    return this.table.list();
  }

  create({ name, scope, roles, source }: TokenTemplate): { secret: string; info: TokenInfo } {
    const made = this.table.create({ name, scope, roles: [...roles], source }, Date.now());
    return { secret: made.secret, info: made.token };
  }

  revoke(id: string): boolean {
    const isLive = this.table.list().some((token) => token.id === id);
    return isLive && this.table.revoke(id, Date.now()) > 0;
  }

  issueCode({ name, scope, roles, source }: TokenTemplate): string {
    return this.codes.issue({ name, scope, roles: [...roles], source }, Date.now());
  }

  onRevoked(listener: (tokenId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    for (const id of this.revoked()) {
      if (this.told.has(id)) continue;
      this.told.add(id);
      for (const listener of this.listeners) listener(id);
    }
  }

  /** A disk that cannot be read now is read again in a moment; `check` fails meanwhile, so nobody new comes in. */
  private revoked(): string[] {
    try {
      return this.table.revokedIds();
    } catch (error) {
      this.log.error({ err: error }, 'tokens cannot be read');
      return [];
    }
  }
}

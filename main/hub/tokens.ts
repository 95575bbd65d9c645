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
  private live: Set<string>;
  private readonly timer: NodeJS.Timeout;

  constructor(table: TokenTable, codes: OneTimeCodes) {
    this.table = table;
    this.codes = codes;
    this.live = table.liveIds();
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
    const live = this.table.liveIds();
    const gone = [...this.live].filter((id) => !live.has(id));
    this.live = live;
    for (const id of gone) for (const listener of this.listeners) listener(id);
  }
}

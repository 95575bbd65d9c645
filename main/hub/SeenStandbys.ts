import type { StandbyState } from '../../shared/protocol/standbyMessages.ts';

/** A standby as the hub last heard it. */
export interface SeenStandby {
  readonly tokenId: string;
  readonly state: StandbyState;
  readonly build: string;
  /** Log number its copy ends at. */
  readonly seq: number;
  /** Where it would answer as a hub, best first. */
  readonly addresses: readonly string[];
}

/** Who stands by: presence, never stored. One that went away keeps its address, because it may be the hub when screens look for it. */
export class SeenStandbys {
  private readonly seen = new Map<string, SeenStandby>();
  private readonly listeners = new Set<() => void>();
  private own: () => readonly string[] = () => [];
  private origins: () => readonly string[] = () => [];

  all(): SeenStandby[] {
    return [...this.seen.values()];
  }

  /** Who serves the hub says under which addresses; `origins`: those and every other name a page of it may have been opened by. */
  setOwn(own: () => readonly string[], origins: () => readonly string[]): void {
    this.own = own;
    this.origins = origins;
  }

  ownOrigins(): string[] {
    return [...new Set([...this.own(), ...this.origins()])];
  }

  ownAddresses(): string[] {
    return [...this.own()];
  }

  /** Of the hub and of all of them, each once; none while nobody stands by. */
  addresses(): string[] {
    const others = this.all().flatMap(({ addresses }) => addresses);
    return others.length === 0 ? [] : [...new Set([...this.own(), ...others])];
  }

  /** Of all of them but the hub. */
  otherAddresses(): string[] {
    const own = new Set(this.own());
    return this.addresses().filter((address) => !own.has(address));
  }

  note(standby: SeenStandby): void {
    const before = this.seen.get(standby.tokenId);
    this.seen.set(standby.tokenId, standby);
    const isSame = before?.state === standby.state && before.addresses.join() === standby.addresses.join();
    if (!isSame) this.tell();
  }

  away(tokenId: string): void {
    const before = this.seen.get(tokenId);
    if (before === undefined || before.state === 'away') return;
    this.seen.set(tokenId, { ...before, state: 'away' });
    this.tell();
  }

  /** It is no standby any more. */
  forget(tokenId: string): void {
    if (this.seen.delete(tokenId)) this.tell();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

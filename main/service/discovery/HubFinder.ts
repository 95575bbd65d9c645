import type { Logger } from 'pino';
import { browse } from './mdns.ts';

/** A blip is over by then, and the addresses that are known have each been tried. */
const LOST_FOR_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

export interface HubFinderDeps {
  /** The only site that is looked for; empty: not known yet. */
  readonly siteId: () => string;
  /** How long ago the hub spoke. */
  readonly lostForMs: () => number;
  readonly onFound: (addresses: readonly string[]) => void;
  readonly log: Logger;
}

/** While none of a station's addresses answers, it looks on the network for a hub or standby of the same site, and of no other. */
export class HubFinder {
  private readonly deps: HubFinderDeps;
  private readonly found = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private stopBrowsing: (() => void) | null = null;

  constructor(deps: HubFinderDeps) {
    this.deps = deps;
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.end();
  }

  private look(): void {
    const siteId = this.deps.siteId();
    if (siteId === '' || this.deps.lostForMs() < LOST_FOR_MS) {
      this.end();
      return;
    }
    this.stopBrowsing ??= browse((one) => {
      if (one.siteId !== siteId) return;
      const size = this.found.size;
      for (const address of one.addresses) this.found.add(address);
      if (this.found.size > size) this.deps.onFound([...this.found]);
    }, this.deps.log);
  }

  private end(): void {
    this.stopBrowsing?.();
    this.stopBrowsing = null;
  }
}

import type { Logger } from 'pino';
import type { HubPort } from '../../hub/port.ts';
import { advertise, browse } from './mdns.ts';
import type { WatchedPeers } from './watchPeers.ts';

/** Set-up lets other devices in and out; they find the hub soon after. */
const LOOK_EVERY_MS = 1_000;

export interface NetworkPresenceDeps {
  readonly hub: HubPort;
  /** Other devices reach this one. */
  readonly isReached: () => boolean;
  readonly port: () => number;
  readonly peers: WatchedPeers;
  readonly log: Logger;
}

/** A hub that others reach is found by mDNS, and finds other hubs of its own site: with one it may have lost its place to. */
export class NetworkPresence {
  private readonly deps: NetworkPresenceDeps;
  private readonly found = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private stops: Array<() => void> = [];
  private isThere = false;

  constructor(deps: NetworkPresenceDeps) {
    this.deps = deps;
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.leave();
  }

  private look(): void {
    const { hub, isReached } = this.deps;
    const isWanted = isReached() && hub.fencing.by() === null;
    if (isWanted === this.isThere) return;
    if (isWanted) this.enter();
    else this.leave();
  }

  private enter(): void {
    const { hub, port, peers, log } = this.deps;
    this.isThere = true;
    const { siteId, epoch, build } = hub;
    this.stops.push(advertise({ siteId, epoch, build, role: 'hub', port: port() }, log));
    this.stops.push(
      browse((other) => {
        const isOther = other.siteId === siteId && (other.epoch.n !== epoch.n || other.epoch.id !== epoch.id);
        if (!isOther) return;
        for (const address of other.addresses) this.found.add(address);
        peers.found([...this.found]);
      }, log),
    );
  }

  private leave(): void {
    this.isThere = false;
    for (const stop of this.stops.splice(0)) stop();
  }
}

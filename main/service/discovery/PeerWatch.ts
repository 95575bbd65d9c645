import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { isNewerEpoch } from '../../../shared/protocol/epochOrder.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { Whereabouts, whereProof } from '../../../shared/protocol/standbyMessages.ts';
import type { HubPort } from '../../hub/port.ts';

/** A newer hub is met within this and one answer: far inside the three seconds in which the old one must have stopped. */
const LOOK_EVERY_MS = 1_000;
const ANSWER_MS = 900;

export interface PeerWatchDeps {
  readonly hub: HubPort;
  /** Where standbys, and whoever was the hub before, may answer as one. */
  readonly peers: () => readonly string[];
  readonly log: Logger;
}

/**
 * Looks whether another hub of this site has taken over. It asks by itself, so it does not depend on any screen coming by; and it believes
 * only who holds the site's key, because an address or an advert anybody on the network can give.
 */
export class PeerWatch {
  private readonly deps: PeerWatchDeps;
  private readonly warned = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private isLooking = false;

  constructor(deps: PeerWatchDeps) {
    this.deps = deps;
  }

  start(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** One look at everybody. Never throws; takes no longer than one answer may. */
  async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    const own = new Set(this.deps.hub.standbys.seen.ownAddresses());
    const others = this.deps.peers().filter((address) => !own.has(address));
    await Promise.all(others.map((address) => this.lookAt(address)));
    this.isLooking = false;
  }

  private async lookAt(address: string): Promise<void> {
    const { hub, log } = this.deps;
    const nonce = randomBytes(18).toString('base64url');
    const where = await ask(address, nonce, epochText(hub.epoch));
    if (where === null || where.siteId !== hub.siteId || !isNewerEpoch(where.epoch, hub.epoch)) return;
    if (where.proof !== hub.digest(whereProof(nonce, epochText(where.epoch)))) {
      if (!this.warned.has(address))
        log.warn({ address }, 'somebody without the key claims to be the newer hub');
      this.warned.add(address);
      return;
    }
    const { epoch, common, addresses } = where;
    hub.fencing.meet({ epoch, common, addresses: [...new Set([address, ...addresses])] });
  }
}

/** null: nobody answers there, or not as one of us. */
async function ask(address: string, nonce: string, epoch: string): Promise<Whereabouts | null> {
  try {
    const answer = await fetch(`${address}/api/where?${new URLSearchParams({ nonce, epoch })}`, {
      signal: AbortSignal.timeout(ANSWER_MS),
      redirect: 'error',
    });
    return Whereabouts.safeParse(await answer.json()).data ?? null;
  } catch {
    // Off, on another network, or another program: asked again in a second.
    return null;
  }
}

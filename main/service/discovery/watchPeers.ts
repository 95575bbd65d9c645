import type { Logger } from 'pino';
import type { HubPort } from '../../hub/port.ts';
import { PeerWatch } from './PeerWatch.ts';
import { notePeers, readPeers } from './peerNotes.ts';

export interface WatchPeersOptions {
  readonly dataDir: string;
  /** Where the hub was before this device became it. */
  readonly formerHub: readonly string[];
  readonly log: Logger;
}

export interface WatchedPeers {
  /** One look at everybody that is known; at a start before anything is decided. */
  look(): Promise<void>;
  start(): void;
  /** Somebody was found on the network. */
  found(addresses: readonly string[]): void;
  stop(): void;
}

/** Watches the places where another hub of this site may be: its standbys, the hub before it, and whoever is found. */
export function watchPeers(hub: HubPort, { dataDir, formerHub, log }: WatchPeersOptions): WatchedPeers {
  const { seen } = hub.standbys;
  const noted = readPeers(dataDir);
  let found: readonly string[] = [];
  const peers = (): string[] => {
    const newer = hub.fencing.by()?.addresses ?? [];
    return [...new Set([...seen.otherAddresses(), ...noted, ...formerHub, ...found, ...newer])];
  };
  const watch = new PeerWatch({ hub, peers, log });
  const stopNoting = seen.onChange(() => {
    const addresses = seen.otherAddresses();
    if (addresses.length === 0) return;
    try {
      notePeers(dataDir, addresses);
    } catch (error) {
      log.warn({ err: error }, 'where the standbys are could not be written down');
    }
  });
  return {
    look: () => watch.look(),
    start: () => watch.start(),
    found: (addresses) => {
      found = [...addresses];
      void watch.look();
    },
    stop: () => {
      stopNoting();
      watch.stop();
    },
  };
}

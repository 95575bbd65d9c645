import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import { type HubOptions, openHub } from '../hub/openHub.ts';
import type { HubPort } from '../hub/port.ts';
import { speakFrom } from '../languages/spoken.ts';
import { connections } from '../sync/connections.ts';
import { EdgeFaults } from '../sync/edgeFaults.ts';
import { FailedAttempts } from '../sync/failedAttempts.ts';
import { PosLink } from '../sync/PosLink.ts';
import { attachPos } from '../sync/posSocket.ts';
import { attachScreens } from '../sync/screens.ts';
import { createSocketServer } from '../sync/socketServer.ts';
import { attachStandbys } from '../sync/standbys.ts';
import { BookingDesk } from './bookings/BookingDesk.ts';
import { NetworkPresence } from './discovery/NetworkPresence.ts';
import { watchPeers } from './discovery/watchPeers.ts';
import { gate } from './gate.ts';
import { createHttpApp } from './httpApp.ts';
import { LanDoors } from './lanDoors.ts';
import { listen } from './listen.ts';
import { CommandCounts } from './metrics/CommandCounts.ts';
import { bracketed, OwnAddresses } from './ownAddresses.ts';
import { openPaper, type Paper } from './paper/openPaper.ts';
import { StationsDown } from './paper/StationsDown.ts';
import { authenticateScreens } from './screenAuthentication.ts';
import { deviceAddresses } from './setup/addresses.ts';
import { FormerDesk } from './standby/FormerDesk.ts';
import { LeftPresses } from './standby/LeftPresses.ts';
import type { JoinWish } from './station/joinWish.ts';

const LOOPBACK = '127.0.0.1';
const EVERY_NETWORK = '0.0.0.0';
/** Who waits at the feed when the service stops is still answered. */
const LAST_ANSWERS_MS = 50;

export interface ServiceOptions extends HubOptions {
  readonly logger: Logger;
  /** null: this device alone, or every network where the house says so. */
  readonly host: string | null;
  readonly port: number;
  readonly rendererDir: string;
  /** This device took the place of another hub. */
  readonly promoted?: {
    readonly formerHub: readonly string[];
    /** By which its own pages are let in. */
    readonly token: string | null;
  } | null;
  /** Begins to make this device, replaced by another hub, a station of that; absent: it cannot. */
  readonly becomeStation?: (wish: JoinWish) => void;
}

export interface Service {
  readonly hub: HubPort;
  readonly url: string;
  readonly port: number;
  readonly epoch: string;
  /** Answers what was taken, tells the disk, closes every connection. */
  stop(): Promise<void>;
}

/** The hub with its edges, listening. Throws what a person must be told as `Refusal` or `Complaint`. */
export async function runService(options: ServiceOptions): Promise<Service> {
  speakFrom(options.dataDir);
  const commands = new CommandCounts();
  const stations = new StationsDown();
  const { hub, stop: stopHub } = openHub({
    ...options,
    observe: commands.observe,
    seen: stations,
  });
  const paper = openPaper(hub, stations, options.logger);
  let closeEdges = async () => {
    // None is open yet.
  };
  try {
    const host = options.host ?? (hub.config().config.network.lan ? EVERY_NETWORK : LOOPBACK);
    const edges = await openEdges(hub, options, host, commands, paper);
    closeEdges = edges.close;
    await edges.peers.look();
    await edges.left?.send();
    const port = await listen(edges.server, host, options.port);
    edges.peers.start();
    stations.watch(edges.presence, hub);
    await paper.queue.start();
    const stop = async () => {
      edges.server.close();
      await paper.queue.stop();
      stopHub();
      // Answers of the last batch go out before the connections end.
      await new Promise(setImmediate);
      await edges.close();
    };
    return { hub, url: `http://${reachable(host)}:${port}`, port, epoch: epochText(hub.epoch), stop };
  } catch (error) {
    await closeEdges();
    stopHub();
    throw error;
  }
}

async function openEdges(
  hub: HubPort,
  options: ServiceOptions,
  host: string,
  commands: CommandCounts,
  paper: Paper,
) {
  const { logger: log, rendererDir } = options;
  const failedAttempts = new FailedAttempts();
  const faults = new EdgeFaults(hub);
  const own = new OwnAddresses(
    () => (doors.isOpen ? EVERY_NETWORK : host),
    () => hub.config().config.hosts,
    () => siteAddresses(),
  );
  const formerHub = options.promoted?.formerHub ?? [];
  const siteAddresses = () => [...formerHub, ...hub.standbys.seen.addresses()];
  const token = options.promoted?.token ?? null;
  const left = token === null ? null : new LeftPresses({ dataDir: options.dataDir, hub, token, log });
  const posLink = new PosLink({ monotonic: () => performance.now(), now: () => hub.now() }, () =>
    hub.state(),
  );
  const bookings = new BookingDesk({ hub, log, dataDir: options.dataDir });
  const app = await createHttpApp({
    hub,
    bookings,
    log,
    failedAttempts,
    faults,
    posLink,
    dataDir: options.dataDir,
    rendererDir,
    watched: { hub, commands, connections: () => connections(io), presence: () => screens.presence },
    connectedTokens: () => screens.connectedTokens(),
    isOnLan: () => !isLoopback(host) || doors.isOpen,
    isHostGiven: options.host !== null,
    testPrint: paper.testPrint,
    deviceToken: token,
    becomeStation: options.becomeStation ?? null,
    former: new FormerDesk(options.dataDir, log),
  });
  const server: HttpServer = app.server;
  const isReached = () => doors.isOpen || !isLoopback(host);
  hub.standbys.seen.setOwn(
    () => ownAddresses(server, isReached(), hub.config().config.hosts),
    () => own.origins(portOf(server)),
  );
  const peers = watchPeers(hub, { dataDir: options.dataDir, formerHub, log });
  const onNetwork = new NetworkPresence({ hub, isReached, port: () => portOf(server), peers, log });
  const doors = new LanDoors(server, log);
  const io = createSocketServer(server, (request) => own.isWelcome(request));
  attachPos(io, { hub, log, failedAttempts, faults, posLink });
  const screens = attachScreens(io, {
    source: hub,
    posLost: () => posLink.away(),
    authenticate: authenticateScreens(hub, failedAttempts),
    own: left === null ? null : { source: left.source(), isOwn: (identity) => left.isOwn(identity) },
    onRevoked: (listener) => hub.tokens.onRevoked(listener),
    onThrown: (problem) => {
      log.error({ err: problem }, 'a screen message could not be handled');
      faults.contained('/screen', problem, null);
    },
    onCut: (screen, bytes) => log.warn({ screen, bytes }, 'a screen that did not read was cut'),
  });
  attachStandbys(io, {
    hub,
    onProblem: (problem) => log.error({ err: problem }, 'a standby could not be answered'),
  });
  const stopFenced = hub.fencing.onChange(() => screens.greetAgain());
  gate(server, (request) => own.isWelcome(request));
  const stopDoors = hub.onCommitted(({ config }) => {
    const address = server.address();
    // Who said where to listen meant it; who listens everywhere needs no further doors.
    if (config === null || options.host !== null || !isLoopback(host)) return;
    if (typeof address === 'object' && address !== null)
      void doors.set(config.config.network.lan, address.port);
  });
  const close = async () => {
    bookings.stop();
    stopDoors();
    stopFenced();
    onNetwork.stop();
    peers.stop();
    await doors.set(false, 0);
    screens.close();
    const closing = Promise.all([app.close(), io.close()]);
    await new Promise((resolve) => setTimeout(resolve, LAST_ANSWERS_MS));
    // Both wait for every connection, also for those that are only kept for a next question.
    server.closeAllConnections();
    await closing;
  };
  return { server, close, peers, left, presence: screens.presence };
}

/** Under which others reach this service; alone on a device, only its own programs do. */
function ownAddresses(server: HttpServer, isReached: boolean, hosts: readonly string[]): string[] {
  const port = portOf(server);
  const onNetworks = isReached ? deviceAddresses(port, hosts) : [];
  return onNetworks.length > 0 ? onNetworks : [`http://${LOOPBACK}:${port}`];
}

function portOf(server: HttpServer): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Nobody else reaches a service that listens here. */
function isLoopback(host: string): boolean {
  return host === '::1' || host.startsWith('127.');
}

/** An address a person on this device can open. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : bracketed(host);
}

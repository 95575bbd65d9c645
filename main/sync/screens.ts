import type { IncomingHttpHeaders } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Namespace, Server, Socket } from 'socket.io';
import { StationId } from '../../shared/lib/ids.ts';
import { type Down, epochText, type PosLost } from '../../shared/protocol/screenMessages.ts';
import { Presence } from '../../shared/sync/server/presence.ts';
import { type RoomEmit, ScreenRooms } from '../../shared/sync/server/screenRooms.ts';
import { SnapshotShelf } from '../../shared/sync/server/snapshotPages.ts';
import type { SyncSource } from '../../shared/sync/server/source.ts';
import { type ScreenIdentity, SyncServer } from '../../shared/sync/server/syncServer.ts';
import { bufferedBytes, cutSocket, screenSocket } from './screenSocket.ts';

export const SCREEN_NAMESPACE = '/screen';
const OWN_SCREENS = 'own-screens';
/** One beat a second: with 1.5 s a screen says late, with 2.5 s lost. */
const BEAT_MS = 1_000;
/** What may wait for a screen that does not read: four of the largest messages. Without it one stalled tablet grew the hub by 248 MB. */
export const MAX_BUFFERED_BYTES = 1024 * 1024;

export interface ScreenHandshake {
  readonly headers: IncomingHttpHeaders;
  /** The peer's IP address. */
  readonly address: string;
  readonly auth: Readonly<Record<string, unknown>>;
}

export interface ScreenDeps {
  /** A `HubPort` fits. */
  readonly source: SyncSource;
  /** null: `connect_error` with message `unauthorized`. */
  readonly authenticate: (
    handshake: ScreenHandshake,
  ) => ScreenIdentity | null | Promise<ScreenIdentity | null>;
  /** Calls with the id of each token that dies; its screens are cut at once. Returns the way to stop. */
  readonly onRevoked: (listener: (tokenId: string) => void) => () => void;
  readonly onThrown: (problem: unknown) => void;
  /** Windows of this very device see this source instead, and what waits in it. */
  readonly own?: {
    readonly source: SyncSource;
    readonly isOwn: (identity: ScreenIdentity) => boolean;
  } | null;
  /** A hub's own; a station passes on what its hub says. */
  readonly posLost?: () => PosLost | null;
  /** A screen was cut because it did not read. */
  readonly onCut?: (screen: string, bytes: number) => void;
}

export interface ScreenBinding {
  readonly presence: Presence;
  /** Ids of the tokens whose screens are connected now. */
  connectedTokens(): ReadonlySet<string>;
  /** Every screen connects and says hello again. */
  greetAgain(): void;
  /** Stops beats and listening; the sockets are the io server's to close. */
  close(): void;
}

/** Binds screens to the namespace `/screen`. perMessageDeflate and the heartbeat are the io server's own options. */
export function attachScreens(io: Server, deps: ScreenDeps): ScreenBinding {
  const namespace = io.of(SCREEN_NAMESPACE);
  const toRooms: RoomEmit = (names, event, payload) => {
    // `to` with several rooms encodes once and sends each socket one copy.
    namespace.to([...names]).emit(event, payload);
  };
  const presence = new Presence({ monotonic: () => performance.now(), after });
  const rooms = new ScreenRooms(
    deps.source,
    toRooms,
    after,
    () => seenDown(deps.source, presence),
    deps.posLost,
  );
  const shelf = new SnapshotShelf();
  const identities = new WeakMap<Socket, ScreenIdentity>();
  /** Tokens that died: one of them may stand between its handshake and its connection just now. */
  const revoked = new Set<string>();

  namespace.use((socket, next) => {
    admit(socket, deps).then(
      (identity) => {
        if (identity) identities.set(socket, identity);
        next(identity ? undefined : new Error('unauthorized'));
      },
      (problem: unknown) => {
        deps.onThrown(problem);
        next(new Error('unavailable'));
      },
    );
  });
  namespace.on('connection', (socket) => {
    const identity = identities.get(socket);
    if (!identity || (identity.tokenId !== null && revoked.has(identity.tokenId))) {
      socket.disconnect(true);
      return;
    }
    const join = (room: string): void => {
      void socket.join(room);
    };
    const { own, onThrown } = deps;
    const isOwn = own?.isOwn(identity) ?? false;
    if (isOwn) join(OWN_SCREENS);
    const source = isOwn && own ? own.source : deps.source;
    new SyncServer({
      socket: screenSocket(socket),
      source,
      rooms,
      shelf,
      presence,
      identity,
      join,
      onThrown,
    });
  });

  const stopRevoked = deps.onRevoked((tokenId) => {
    revoked.add(tokenId);
    for (const socket of namespace.sockets.values()) {
      if (identities.get(socket)?.tokenId === tokenId) socket.disconnect(true);
    }
  });
  const stopOwn = deps.own?.source.onPending?.(() => {
    // It tells what was held back: what follows begins where that ends.
    rooms.beat();
    toRooms([OWN_SCREENS], 'down', pendingOf(deps.own?.source ?? deps.source));
  });
  const timer = setInterval(() => {
    cutStalled(namespace, deps);
    rooms.beat();
  }, BEAT_MS);
  return {
    presence,
    connectedTokens: () =>
      new Set([...namespace.sockets.values()].flatMap((socket) => identities.get(socket)?.tokenId ?? [])),
    greetAgain: () => {
      for (const socket of namespace.sockets.values()) socket.disconnect(true);
    },
    close: () => {
      clearInterval(timer);
      stopRevoked();
      stopOwn?.();
      rooms.stop();
    },
  };
}

/** A batch without events, of what waits in a source. */
function pendingOf(source: SyncSource): Down {
  const { seq } = source.state();
  const pending = source.pending?.() ?? [];
  return { epoch: epochText(source.epoch), from: seq + 1, to: seq, events: [], pending };
}

const SECOND_MS = 1_000;

function seenDown(source: SyncSource, presence: Presence): StationId[] {
  const { stations, thresholds } = source.config().config;
  const open = stations.filter(({ state }) => state === 'open').map(({ id }) => StationId.parse(id));
  return presence.down(open, thresholds.stationDownSeconds * SECOND_MS);
}

async function admit(socket: Socket, deps: ScreenDeps): Promise<ScreenIdentity | null> {
  const { headers, address, auth } = socket.handshake;
  return deps.authenticate({ headers, address, auth });
}

function cutStalled(namespace: Namespace, deps: ScreenDeps): void {
  for (const socket of namespace.sockets.values()) {
    const bytes = bufferedBytes(socket);
    if (bytes <= MAX_BUFFERED_BYTES) continue;
    deps.onCut?.(socket.handshake.address, bytes);
    cutSocket(socket);
  }
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

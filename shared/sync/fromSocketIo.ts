import type { SocketLike } from './socketLike.ts';

/** The part of socket.io-client's `Socket` that is used, so that pages, stations, automatic cooks and benchmarks share one wrapper. */
export interface ClientSocket {
  readonly connected: boolean;
  readonly io: { readonly engine?: { close(): unknown } };
  emit(name: string, ...args: unknown[]): unknown;
  on(name: string, handler: (...args: unknown[]) => void): unknown;
  connect(): unknown;
}

/** The hub closed this namespace on purpose (a token died): Socket.IO then never tries again by itself. */
const CLOSED_BY_SERVER = 'io server disconnect';
/** Somebody may pair this screen again, or the token may be put back. */
const UNAUTHORIZED_RETRY_MS = 15_000;

export interface FromSocketIoDeps {
  readonly socket: ClientSocket;
  readonly after: (ms: number, run: () => void) => void;
  /** The hub will not have this screen (`unauthorized`), or cannot be reached. null: connected. */
  readonly onTrouble?: (message: string | null) => void;
}

/** socket.io-client as the sync machine sees it. */
export function fromSocketIo({ socket, after, onTrouble }: FromSocketIoDeps): SocketLike {
  let isRetrying = false;
  const retryLater = (): void => {
    if (isRetrying) return;
    isRetrying = true;
    after(UNAUTHORIZED_RETRY_MS, () => {
      isRetrying = false;
      if (!socket.connected) socket.connect();
    });
  };
  socket.on('connect', () => onTrouble?.(null));
  socket.on('connect_error', (problem) => {
    const message = problem instanceof Error ? problem.message : 'unreachable';
    onTrouble?.(message);
    // Refused by the namespace's middleware; a connection that fails is retried by Socket.IO.
    if (message === 'unauthorized') retryLater();
  });
  return {
    get isConnected() {
      return socket.connected;
    },
    send: (name, payload, onAnswer) => {
      // Socket.IO would keep it and send it after the next connect: a stale command.
      if (!socket.connected) return;
      if (onAnswer) socket.emit(name, payload, onAnswer);
      else socket.emit(name, payload);
    },
    on: (name, handler) => {
      socket.on(name, (payload) => handler(payload, ignore));
    },
    onLink: (handler) => {
      socket.on('connect', () => handler(true));
      socket.on('disconnect', (reason) => {
        handler(false);
        if (reason === CLOSED_BY_SERVER) socket.connect();
      });
    },
    cut: () => {
      socket.io.engine?.close();
    },
  };
}

/** No message from a hub wants an answer. */
function ignore(): void {
  return;
}

import { io } from 'socket.io-client';
import { fromSocketIo } from '../../shared/sync/fromSocketIo.ts';
import type { SocketLike } from '../../shared/sync/socketLike.ts';
import { SCREEN_NAMESPACE } from './screens.ts';

const RECONNECT_FIRST_MS = 300;
const RECONNECT_MOST_MS = 2_000;
/** An attempt into a dead network is given up after this, and the next one begun. */
const CONNECT_TIMEOUT_MS = 5_000;

export interface HubLine {
  readonly socket: SocketLike;
  open(): void;
  close(): void;
}

/** A station's line to its hub, tried again for as long as it takes. `onTrouble` with null: connected. */
export function hubLine(url: string, token: string, onTrouble: (message: string | null) => void): HubLine {
  const socket = io(`${url}${SCREEN_NAMESPACE}`, {
    auth: { token },
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: RECONNECT_FIRST_MS,
    reconnectionDelayMax: RECONNECT_MOST_MS,
    timeout: CONNECT_TIMEOUT_MS,
    autoConnect: false,
  });
  const after = (ms: number, run: () => void): void => {
    setTimeout(run, ms).unref();
  };
  return {
    socket: fromSocketIo({ socket, after, onTrouble }),
    open: () => socket.connect(),
    close: () => socket.disconnect(),
  };
}

import { io } from 'socket.io-client';
import { fromSocketIo } from '../../shared/sync/fromSocketIo.ts';
import { makePatient, RECONNECTION } from '../../shared/sync/reconnection.ts';
import type { SocketLike } from '../../shared/sync/socketLike.ts';
import { SCREEN_NAMESPACE } from './screens.ts';

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
    ...RECONNECTION,
    autoConnect: false,
  });
  makePatient(socket.io);
  const after = (ms: number, run: () => void): void => {
    setTimeout(run, ms).unref();
  };
  return {
    socket: fromSocketIo({ socket, after, onTrouble }),
    open: () => socket.connect(),
    close: () => socket.disconnect(),
  };
}

import { io } from 'socket.io-client';
import { fromSocketIo } from '../../shared/sync/fromSocketIo.ts';
import { makePatient, RECONNECTION } from '../../shared/sync/reconnection.ts';
import type { Line } from '../../shared/sync/rovingLine.ts';
import { SCREEN_NAMESPACE } from './screens.ts';

/** A station's line to a hub, tried again for as long as it takes. `onTrouble` with null: connected. */
export function hubLine(
  url: string,
  token: string,
  onTrouble: (message: string | null) => void,
  namespace: string = SCREEN_NAMESPACE,
): Line {
  const socket = io(`${url}${namespace}`, {
    auth: { token },
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    ...RECONNECTION,
    autoConnect: false,
  });
  makePatient(socket.io);
  let isOpen = false;
  const after = (ms: number, run: () => void): void => {
    const late = () => {
      if (isOpen) run();
    };
    setTimeout(late, ms).unref();
  };
  return {
    socket: fromSocketIo({ socket, after, onTrouble }),
    open: () => {
      isOpen = true;
      socket.connect();
    },
    close: () => {
      isOpen = false;
      socket.disconnect();
    },
  };
}

import { io, type Socket } from 'socket.io-client';
import { fromSocketIo } from '../../shared/sync/fromSocketIo.ts';
import { makePatient, RECONNECTION } from '../../shared/sync/reconnection.ts';
import type { Line } from '../../shared/sync/rovingLine.ts';
import { browserTimers } from './browserTimers.ts';

type OnTrouble = (message: string | null) => void;

const OPTIONS = { path: '/socket.io', forceNew: true, ...RECONNECTION, autoConnect: false } as const;

/** To the service this page came from. The cookie goes along by itself. */
export function lineHome(onTrouble: OnTrouble): Line {
  const socket = io('/screen', {
    ...OPTIONS,
    transports: ['websocket', 'polling'],
    // Without it a network that breaks WebSockets is never tried with polling.
    tryAllTransports: true,
  });
  return lineOf(socket, onTrouble);
}

/**
 * To another hub of the site, where no cookie of this page goes: it shows `ticket` instead. Over a WebSocket alone, which no rule of the
 * browser's about other origins keeps from being answered. That nobody is there is no news while it is only tried.
 */
export function lineAway(address: string, ticket: () => string | null, onConnected: () => void): Line {
  const socket = io(`${address}/screen`, {
    ...OPTIONS,
    transports: ['websocket'],
    auth: (give) => give({ follow: ticket() ?? '' }),
  });
  return lineOf(socket, (message) => {
    if (message === null) onConnected();
  });
}

function lineOf(socket: Socket, onTrouble: OnTrouble): Line {
  makePatient(socket.io);
  let isOpen = false;
  const after = (ms: number, run: () => void): void => {
    browserTimers.after(ms, () => {
      if (isOpen) run();
    });
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

import { io, type Socket } from 'socket.io-client';

/** A POS's line to a hub that is about to be killed: tried again at once, so that little time goes by without it. */
export function posLine(url: string, token: string): Socket {
  return io(`${url}/pos`, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 30,
    reconnectionDelayMax: 120,
  });
}

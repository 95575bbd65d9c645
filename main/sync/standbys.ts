import type { Server, Socket } from 'socket.io';
import type { HubPort } from '../hub/port.ts';
import { StandbyServer } from './StandbyServer.ts';
import { screenSocket } from './screenSocket.ts';

/** A namespace of its own: what goes here is sent to no screen. */
export const STANDBY_NAMESPACE = '/standby';

export interface StandbysDeps {
  readonly hub: HubPort;
  readonly onProblem: (problem: unknown) => void;
}

/** Lets devices with a station's token ask for what a standby holds; whether they get it is asked at every page. */
export function attachStandbys(io: Server, { hub, onProblem }: StandbysDeps): void {
  const namespace = io.of(STANDBY_NAMESPACE);
  const tokens = new WeakMap<Socket, string>();
  namespace.use((socket, next) => {
    try {
      const token: unknown = socket.handshake.auth.token;
      const info = typeof token === 'string' ? hub.tokens.check(token) : null;
      if (info?.scope === 'station') tokens.set(socket, info.id);
      next(info?.scope === 'station' ? undefined : new Error('unauthorized'));
    } catch (problem) {
      onProblem(problem);
      next(new Error('unavailable'));
    }
  });
  namespace.on('connection', (socket) => {
    const tokenId = tokens.get(socket);
    if (tokenId === undefined) {
      socket.disconnect(true);
      return;
    }
    const host = hostOf(socket.handshake.address);
    new StandbyServer({ socket: screenSocket(socket), hub, tokenId, host, onProblem });
  });
  hub.tokens.onRevoked((tokenId) => {
    for (const socket of namespace.sockets.values()) {
      if (tokens.get(socket) === tokenId) socket.disconnect(true);
    }
    hub.standbys.seen.forget(tokenId);
  });
}

/** As it stands in a URL. */
function hostOf(address: string): string {
  const plain = address.replace(/^::ffff:/u, '');
  return plain.includes(':') ? `[${plain}]` : plain;
}

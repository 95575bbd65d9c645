import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import type { TokenInfo } from '../hub/port.ts';
import type { PosDeps, PosListener } from './posListener.ts';

const listeners = new WeakMap<Socket, PosListener>();

/** Who is at the other end of an authenticated connection. */
export function listenerOf(socket: Socket): PosListener | undefined {
  return listeners.get(socket);
}

/** Lets tokens of scope `pos` and `bookings` in; all others are told `unauthorized`, the slower the more often they try. */
export function authenticatePos({ hub, log, failedAttempts }: PosDeps) {
  return (socket: Socket, next: (error?: Error) => void): void => {
    let info: TokenInfo | null;
    try {
      const token: unknown = socket.handshake.auth.token;
      info = typeof token === 'string' ? hub.tokens.check(token) : null;
    } catch (error) {
      // The disk refuses, or the hub is just stopping: the program may come again, and nobody else is disturbed.
      log.error({ err: error }, 'a token could not be looked up');
      next(new Error('unavailable'));
      return;
    }
    const listener = info && listenerFrom(info, log);
    if (listener) {
      listeners.set(socket, listener);
      next();
      return;
    }
    const delay = failedAttempts.note(socket.handshake.address, performance.now());
    setTimeout(() => next(new Error('unauthorized')), delay);
  };
}

/** null: a token that is no program's. */
export function listenerFrom(info: TokenInfo, log: Logger): PosListener | null {
  const { scope, source, name, id } = info;
  if (scope !== 'pos' && scope !== 'bookings') return null;
  return { scope, source, name, tokenId: id, log: log.child({ token: name }) };
}

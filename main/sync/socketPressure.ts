import type { Socket } from 'socket.io';
import { bufferedBytes } from './screenSocket.ts';

/** A socket that holds more than this is not read as fast as we write. */
const CONGESTED_BYTES = 256 * 1024;
/** A drain that began before we listened is noticed by looking again. */
const LOOK_AGAIN_MS = 20;

export function isCongested(socket: Socket): boolean {
  return bufferedBytes(socket) > CONGESTED_BYTES;
}

/** Resolves when the socket may take more, or is gone. */
export function untilDrained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      socket.conn.off('drain', done);
      socket.conn.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, LOOK_AGAIN_MS);
    socket.conn.on('drain', done);
    socket.conn.on('close', done);
  });
}

import { connect, type Socket } from 'node:net';
import { type Connect, NoWire, plainError, type Wire } from './Wire.ts';

/** A printer that has read everything closes within this; one that has not is left. */
const GOODBYE_MS = 500;

/** A connection of its own for each job: printers have one or few, and other programs want it too. */
export const networkWire =
  (host: string, port: number): Connect =>
  (signal) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
      const fail = (detail: string) => {
        socket.destroy();
        reject(new NoWire('away', detail));
      };
      const giveUp = () => fail(`no connection to ${host}:${port} in time`);
      const gone = goneFrom(socket);
      if (signal.aborted) return giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      void gone.then(fail);
      socket.once('connect', () => {
        signal.removeEventListener('abort', giveUp);
        resolve(wireOf(socket, gone));
      });
    });

/** An error is always followed by a close; listening to both for life means none is ever unhandled. */
function goneFrom(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.on('error', (error) => resolve(plainError(error)));
    socket.on('end', () => resolve('the printer closed the connection'));
    socket.on('close', () => resolve('the connection is closed'));
  });
}

function wireOf(socket: Socket, gone: Promise<string>): Wire {
  const wire: Wire = {
    canHear: true,
    gone,
    onBytes: () => undefined,
    send: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    hangUp: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => socket.destroy(), GOODBYE_MS);
        socket.once('close', () => {
          clearTimeout(late);
          resolve();
        });
        if (socket.closed) socket.emit('close');
        socket.end();
      }),
    drop: () => {
      socket.resetAndDestroy();
    },
  };
  socket.on('data', (bytes: Buffer) => wire.onBytes(bytes));
  return wire;
}

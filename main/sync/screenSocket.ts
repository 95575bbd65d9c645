import type { Socket } from 'socket.io';
import type { SocketLike } from '../../shared/sync/socketLike.ts';

/** The server's end of one screen, as the sync machine sees it. */
export function screenSocket(socket: Socket): SocketLike {
  return {
    get isConnected() {
      return socket.connected;
    },
    send: (name, payload, onAnswer) => {
      if (onAnswer) socket.emit(name, payload, onAnswer);
      else socket.emit(name, payload);
    },
    on: (name, handler) => {
      socket.on(name, (...args: unknown[]) => {
        const last = args.at(-1);
        handler(args[0], (value) => {
          // A message without an answer function, or from a socket that has gone, is nobody's error.
          if (isFunction(last) && socket.connected) last(value);
        });
      });
    },
    onLink: (handler) => {
      socket.on('disconnect', () => handler(false));
    },
    cut: () => cutSocket(socket),
  };
}

/**
 * Ends a connection whose other side may have stopped reading. A polite close waits in the same full buffer (30 s in ws, for ever in
 * Engine.IO), so what waits is discarded and the TCP connection dropped; the screen connects again and resyncs.
 */
export function cutSocket(socket: Socket): void {
  const webSocket = webSocketOf(socket);
  socket.conn.close(true);
  const terminate: unknown = webSocket && Reflect.get(webSocket, 'terminate');
  if (webSocket && isFunction(terminate)) Reflect.apply(terminate, webSocket, []);
}

/**
 * Bytes that wait for a screen which does not read. Engine.IO hands packets to `ws` one flush at a time and keeps the rest itself, and a
 * screen on polling has no WebSocket at all: either number alone says 0 of a stalled screen that holds megabytes.
 */
export function bufferedBytes(socket: Socket): number {
  const webSocket = webSocketOf(socket);
  const inSocket: unknown = webSocket && Reflect.get(webSocket, 'bufferedAmount');
  const waiting: unknown = Reflect.get(socket.conn, 'writeBuffer');
  const inEngine = Array.isArray(waiting) ? waiting.reduce<number>((sum, it) => sum + sizeOf(it), 0) : 0;
  return (typeof inSocket === 'number' ? inSocket : 0) + inEngine;
}

function sizeOf(packet: unknown): number {
  const data: unknown = typeof packet === 'object' && packet !== null ? Reflect.get(packet, 'data') : null;
  return typeof data === 'string' ? data.length : 0;
}

/** Present on the websocket transport only; not in Socket.IO's types. */
function webSocketOf(socket: Socket): object | null {
  const webSocket: unknown = Reflect.get(socket.conn.transport, 'socket');
  return typeof webSocket === 'object' ? webSocket : null;
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

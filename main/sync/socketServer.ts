import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { LIMITS } from '../../shared/protocol/outside/limits.ts';

/** A silent cut is noticed within ping interval plus timeout; the defaults take 41 s. */
const PING_INTERVAL_MS = 2000;
const PING_TIMEOUT_MS = 3000;
/** What stands around a message in its packet. */
const PACKET_BYTES = 4096;

/** The one Socket.IO server of the service. Namespaces are attached to it by `attachPos` and `attachScreens`. */
export function createSocketServer(
  http: HttpServer,
  isWelcome: (request: IncomingMessage) => boolean,
): Server {
  return new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LIMITS.readBytes + PACKET_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    perMessageDeflate: false,
    httpCompression: false,
    // The gate in front of the whole server has judged already; this holds if somebody forgets it.
    allowRequest: (request, done) => done(null, isWelcome(request)),
  });
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusal } from '../../shared/protocol/outside/answer.ts';

const BODY = JSON.stringify(refusal('forbidden', 'This address or page is not one of this device.'));
const HEADERS = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(BODY)) };

/**
 * Stands before everything that listens on the server, pages and Socket.IO alike: requests that are not welcome are answered 403 and reach
 * nobody. Called when all listeners are there, because Socket.IO takes requests before the pages see them.
 */
export function gate(server: Server, isWelcome: (request: IncomingMessage) => boolean): void {
  const requests = takeListeners(server, 'request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isWelcome(request)) pass(server, requests, [request, response]);
    else response.writeHead(403, { ...HEADERS, connection: 'close' }).end(BODY);
  });
  const upgrades = takeListeners(server, 'upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isWelcome(request)) pass(server, upgrades, [request, socket, head]);
    else refuseUpgrade(socket);
  });
}

function takeListeners(server: Server, event: string) {
  const listeners = server.listeners(event);
  server.removeAllListeners(event);
  return listeners;
}

function pass(server: Server, listeners: ReturnType<typeof takeListeners>, args: unknown[]): void {
  for (const listener of listeners) Reflect.apply(listener, server, args);
}

function refuseUpgrade(socket: Duplex): void {
  const headers = Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 403 Forbidden\r\nconnection: close\r\n${headers.join('')}\r\n${BODY}`);
}

import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { keepSession, SESSION_COOKIE } from '../sessionCookie.ts';
import { isThisDevice } from '../whoAsks.ts';

/**
 * A station's own windows need no token, a hub's do. When the one has become the other, the pages of this device are let in by the token that
 * the station had; nobody else is.
 */
export function letDeviceIn(app: FastifyInstance, token: string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.headers['sec-fetch-dest'] !== 'document') return;
    if (!isThisDevice({ headers: request.headers, address: request.ip })) return;
    const cookies = fastifyCookie.parse(request.headers.cookie ?? '');
    if (cookies[SESSION_COOKIE] === undefined) keepSession(reply, token);
  });
}

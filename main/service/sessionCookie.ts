import type { FastifyReply } from 'fastify';

/** Holds a screen's token, out of reach of scripts. */
export const SESSION_COOKIE = 'heard';

/** A wall-mounted tablet is signed in once; revoking its token ends it whenever one likes. Browsers keep no longer than this. */
const COOKIE_SECONDS = 400 * 24 * 3600;

export function keepSession(reply: FastifyReply, secret: string): void {
  // Not `secure`: a restaurant's own network has no certificates, and the cookie never leaves it.
  reply.setCookie(SESSION_COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: false,
    maxAge: COOKIE_SECONDS,
  });
}

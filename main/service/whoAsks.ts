import type { IncomingHttpHeaders } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import { Role, THIS_DEVICE } from '../../shared/domain/events/actor.ts';
import type { ScreenIdentity } from '../../shared/sync/server/syncServer.ts';
import { tokenOfTicket } from '../hub/followTicket.ts';
import type { HubPort, TokenInfo, TokenScope } from '../hub/port.ts';
import { SESSION_COOKIE } from './sessionCookie.ts';

export const EVERY_ROLE = Role.options;

export interface Asking {
  readonly headers: IncomingHttpHeaders;
  /** The peer's IP address. */
  readonly address: string;
}

/** Tokens that may show a board; a POS's may not. */
export function isScreenScope(scope: TokenScope): boolean {
  return scope === 'screen' || scope === 'station' || scope === 'admin';
}

/**
 * Who stands before a screen: the token a program names, else the page's cookie, else the person at this very device, who has every role
 * until somebody has finished /setup. A wrong token that was named is nobody's, whatever else there is.
 */
export function whoAsks(hub: HubPort, asking: Asking, named: string | null): ScreenIdentity | null {
  const secret = named ?? fastifyCookie.parse(asking.headers.cookie ?? '')[SESSION_COOKIE];
  const info = secret === undefined ? null : hub.tokens.check(secret);
  if (info !== null && isScreenScope(info.scope)) return identityOf(info);
  if (named === null && isThisDevice(asking) && hub.settings.setUpAt() === null) {
    return { roles: EVERY_ROLE, screenName: THIS_DEVICE, tokenId: null };
  }
  return null;
}

/** A page that was let in at another hub of this site; null: its ticket is none of ours, or its token has ended. */
export function whoFollows(hub: HubPort, ticket: string): ScreenIdentity | null {
  const tokenId = tokenOfTicket(ticket, (text) => hub.digest(text));
  const info = tokenId === null ? undefined : hub.tokens.list().find(({ id }) => id === tokenId);
  return info !== undefined && isScreenScope(info.scope) ? identityOf(info) : null;
}

function identityOf(info: TokenInfo): ScreenIdentity {
  const isStation = info.scope === 'station';
  const roles = info.scope === 'admin' || (isStation && info.roles.length === 0) ? EVERY_ROLE : info.roles;
  return { roles, screenName: info.name, tokenId: info.id, isStation };
}

/** A proxy on this device makes everybody look local; it says so in these headers. */
export function isThisDevice({ address, headers }: Asking): boolean {
  if (headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined) return false;
  const plain = address.replace(/^::ffff:/u, '');
  return plain === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(plain);
}

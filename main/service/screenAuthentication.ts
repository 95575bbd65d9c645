import { setTimeout as sleep } from 'node:timers/promises';
import fastifyCookie from '@fastify/cookie';
import { Role } from '../../shared/domain/events/actor.ts';
import type { ScreenIdentity } from '../../shared/sync/server/syncServer.ts';
import type { HubPort, TokenInfo, TokenScope } from '../hub/port.ts';
import type { FailedAttempts } from '../sync/failedAttempts.ts';
import type { ScreenHandshake } from '../sync/screens.ts';
import { SESSION_COOKIE } from './sessionCookie.ts';

const EVERY_ROLE = Role.options;

/** Tokens that may show a board; a POS's may not. */
export function isScreenScope(scope: TokenScope): boolean {
  return scope === 'screen' || scope === 'station' || scope === 'admin';
}

/**
 * Who stands before a screen: the token a program sends in the handshake, else the page's cookie, else the person at this very device, who
 * has every role until somebody finished /setup (which this release has not, so no hub counts as set up).
 */
export function authenticateScreens(hub: HubPort, failedAttempts: FailedAttempts) {
  return async (handshake: ScreenHandshake): Promise<ScreenIdentity | null> => {
    const { token } = handshake.auth;
    const named = typeof token === 'string' ? token : null;
    const secret = named ?? fastifyCookie.parse(handshake.headers.cookie ?? '')[SESSION_COOKIE];
    const info = secret === undefined ? null : hub.tokens.check(secret);
    if (info !== null && isScreenScope(info.scope)) return identityOf(info);
    if (named === null && isThisDevice(handshake)) {
      return { roles: EVERY_ROLE, screenName: 'this device', tokenId: null };
    }
    await sleep(failedAttempts.note(handshake.address, performance.now()));
    return null;
  };
}

function identityOf(info: TokenInfo): ScreenIdentity {
  const roles = info.scope === 'screen' ? info.roles : EVERY_ROLE;
  return { roles, screenName: info.name, tokenId: info.id };
}

/** A proxy on this device makes everybody look local; it says so in these headers. */
function isThisDevice({ address, headers }: ScreenHandshake): boolean {
  if (headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined) return false;
  const plain = address.replace(/^::ffff:/u, '');
  return plain === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(plain);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ScreenIdentity } from '../../shared/sync/server/syncServer.ts';
import type { HubPort } from '../hub/port.ts';
import type { FailedAttempts } from '../sync/failedAttempts.ts';
import type { ScreenHandshake } from '../sync/screens.ts';
import { whoAsks, whoFollows } from './whoAsks.ts';

/** Lets a screen's socket in by who asks; who keeps offering wrong tokens waits. */
export function authenticateScreens(hub: HubPort, failedAttempts: FailedAttempts) {
  return async (handshake: ScreenHandshake): Promise<ScreenIdentity | null> => {
    const { token, follow } = handshake.auth;
    const identity =
      typeof follow === 'string'
        ? whoFollows(hub, follow)
        : whoAsks(hub, handshake, typeof token === 'string' ? token : null);
    if (identity === null) await sleep(failedAttempts.note(handshake.address, performance.now()));
    return identity;
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isHubAside, setHubAside } from '../../store/formerHub.ts';
import { type Joined, readJoined } from '../../store/joinedFile.ts';
import { readPromotion } from '../../store/promoteCopy.ts';
import type { JoinWish } from '../station/joinWish.ts';

/** What a device is at its start: what it was started as, unless a person has made it something else since. */
export type StartRole =
  | { readonly as: 'station'; readonly wish: JoinWish }
  | {
      readonly as: 'hub';
      /** What made this device the hub, and the token by which its own pages are let in; null: it always was. */
      readonly promoted: { readonly formerHub: readonly string[]; readonly token: string | null } | null;
    };

/** `flags`: what this start says; null: a hub. Finishes what a change that was cut short has left. */
export function startRole(dataDir: string, flags: JoinWish | null): StartRole {
  const joined = readJoined(dataDir);
  // Cut short: what lies in the hub's place is still that of the hub that was replaced.
  if (joined !== null && !isHubAside(dataDir, joined.aside)) setHubAside(dataDir, joined.aside);
  const wish = joined !== null && isMeant(joined, flags) ? joined : flags;
  const promotion = readPromotion(dataDir);
  if (promotion === 'unreadable') return { as: 'hub', promoted: null };
  if (promotion !== null) {
    const formerHub = [...promotion.formerHub, ...(wish === null ? [] : [wish.hubUrl])];
    return { as: 'hub', promoted: { formerHub, token: wish?.token ?? null } };
  }
  // A backup was brought back to a folder whose hub was set aside.
  const isHubAgain = joined !== null && existsSync(join(dataDir, 'heard.db'));
  if (wish === null || isHubAgain) return { as: 'hub', promoted: null };
  const { hubUrl, station, token } = wish;
  return { as: 'station', wish: { hubUrl, station, token } };
}

/** The flags as they are remembered with a change. */
export function startedAs(flags: JoinWish | null): string | null {
  return flags === null ? null : `${flags.hubUrl} ${flags.station}`;
}

/** Flags that name another hub or station than at the time of the change were written since, by somebody who means them. */
function isMeant(joined: Joined, flags: JoinWish | null): boolean {
  return flags === null || joined.startedAs === startedAs(flags);
}

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

export function startRole(dataDir: string, wish: JoinWish | null): StartRole {
  const promotion = readPromotion(dataDir);
  if (promotion !== null) {
    const formerHub = [...promotion.formerHub, ...(wish === null ? [] : [wish.hubUrl])];
    return { as: 'hub', promoted: { formerHub, token: wish?.token ?? null } };
  }
  return wish === null ? { as: 'hub', promoted: null } : { as: 'station', wish };
}

import type { PartyId } from '../../../shared/lib/ids.ts';

/** What lies over the host's screen for a while. */
export type HostSheetName =
  /** A table: who sits there and what may be done with it. */
  | { readonly kind: 'table'; readonly table: string }
  /** A party's own card, to be read and changed. */
  | { readonly kind: 'party'; readonly party: PartyId };

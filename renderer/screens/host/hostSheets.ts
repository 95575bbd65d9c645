import type { PartyId } from '../../../shared/lib/ids.ts';
import type { Picking } from './seat/pickModel.ts';

/** What lies over the host's screen for a while. */
export type HostSheetName =
  /** A table: who sits there and what may be done with it. */
  | { readonly kind: 'table'; readonly table: string }
  /** A party's own card, to be read and changed. */
  | { readonly kind: 'party'; readonly party: PartyId }
  /** Somebody is at the door, or on the telephone. */
  | { readonly kind: 'takeIn'; readonly as: 'walk_in' | 'reservation' }
  /** Who sat down and who is expected in a quarter of an hour, by its begin. */
  | { readonly kind: 'quarter'; readonly at: number }
  | { readonly kind: 'shiftNotes' }
  | { readonly kind: 'nightEnd' }
  /** What is asked before a party sits down. */
  | { readonly kind: 'seat'; readonly party: PartyId; readonly tables: readonly string[] }
  /** Tables are picked, here or on the plan. */
  | ({ readonly kind: 'pick' } & Picking)
  /** What was done this shift, to be taken back. */
  | { readonly kind: 'doings' }
  | { readonly kind: 'servers' }
  /** A guest's card, by his profile or by the person of a party. */
  | { readonly kind: 'guest'; readonly id: string }
  /** Everybody the house remembers. */
  | { readonly kind: 'guests' }
  /** Who looked at whose card. */
  | { readonly kind: 'guestAudit' }
  /** Presses made away from the hub and not done. */
  | { readonly kind: 'conflicts' };

import type { ItemId, TicketId } from '../../lib/ids.ts';
import type { Item } from '../model/food.ts';
import type { Course } from '../model/ticket.ts';

/** What a put comes to, worked out before anything is emitted: records as they will stand, and the moves and voids that follow. */
export interface PutPlan {
  readonly items: Item[];
  readonly courses: Course[];
  readonly moves: PlannedMove[];
  /** Food that was keyed by hand and is this put's. */
  readonly matches: PlannedMatch[];
  readonly restores: { item: ItemId; quantity: number }[];
  readonly voids: { item: ItemId; quantity: number; reason: string | null }[];
  /** Dishes whose make-up changed: an earlier answer to a conflict no longer counts. */
  readonly remade: Set<string>;
  /** The POS's ids, for the feed. */
  readonly added: string[];
  readonly changed: string[];
  readonly voided: string[];
  readonly moved: string[];
}

export interface PlannedMatch {
  readonly to: PlannedMove['to'];
  readonly from: PlannedMove['to'];
  readonly quantity: number;
  /** All of it agrees: nobody is asked. */
  readonly isSettled: boolean;
}

export interface PlannedMove {
  readonly to: { readonly ticket: TicketId; readonly item: ItemId };
  readonly from: { readonly ticket: TicketId; readonly item: ItemId };
  readonly quantity: number;
  /** The giving line's own put says so in the same breath: nothing is taken ahead of it. */
  readonly isSaid: boolean;
  readonly takes: 'live' | 'void' | 'both';
  /** Nobody said it is the same food: expo is asked. */
  readonly isGuess: boolean;
  /** Batches of the taking line that the moved food stands in for. */
  readonly instead: readonly number[];
}

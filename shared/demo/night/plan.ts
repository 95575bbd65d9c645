import type { z } from 'zod';
import type { OutsideAllergy } from '../../protocol/outside/allergy.ts';
import type { OutsideItem, OutsideModifier } from '../../protocol/outside/item.ts';
import type { OutsideTicket } from '../../protocol/outside/ticket.ts';
import type { BookingPlan } from '../bookings/bookingPlan.ts';

/** A night as the seed has it: who comes when, what they order, and what happens to them. Times are ms of hub time. */

/** The schema takes modifiers level by level, and so says nothing of what goes in. */
export type DemoItem = Omit<z.input<typeof OutsideItem>, 'modifiers'> & {
  readonly modifiers?: OutsideModifier[] | undefined;
};
export type DemoTicket = Omit<z.input<typeof OutsideTicket>, 'items'> & { readonly items: DemoItem[] };
export type DemoAllergy = z.input<typeof OutsideAllergy>;

/** A ticket before anybody opened it: instants are only known then. */
export type PlannedTicket = Omit<DemoTicket, 'openedAt' | 'promisedAt' | 'revision'> & {
  /** Opened this long ago already when the night begins. */
  readonly openedMsAgo?: number;
  /** Promised this long after it is opened. */
  readonly promisedInMs?: number;
};

/** What makes the next thing happen. Beside the clock the POS knows only what the feed tells it. */
export type Trigger =
  /** The night's own beginning. */
  | { readonly on: 'night' }
  | { readonly on: 'opened' }
  | {
      readonly on: 'course.fired' | 'course.run';
      readonly ticket: string;
      readonly course: number;
    }
  | { readonly on: 'item.started'; readonly ticket: string; readonly item: string }
  | { readonly on: 'ticket.ready' | 'ticket.run'; readonly ticket: string }
  /** All the party's food has gone out and nothing else is planned for it. */
  | { readonly on: 'out' };

/** What a POS writes into a ticket: fields of its head, and lines that come, change or go. */
export interface TicketPatch {
  readonly head?: Partial<DemoTicket>;
  readonly add?: readonly DemoItem[];
  readonly change?: readonly (Partial<DemoItem> & { readonly id: string })[];
  /** Lines the next put no longer names. */
  readonly drop?: readonly string[];
  readonly courses?: readonly { readonly number: number; readonly name?: string; readonly state?: string }[];
  /** Added to a seat's, or with no seat to the table's. */
  readonly allergy?: { readonly seat: number | null; readonly allergy: DemoAllergy };
  /** No longer said, which removes nothing. */
  readonly unsaid?: { readonly seat: number | null; readonly allergen: string };
}

export type Act =
  | { readonly do: 'open'; readonly ticket: PlannedTicket }
  | {
      readonly do: 'put';
      readonly ticket: string;
      readonly patch: TicketPatch;
      /** A second edit on the heels of the first: its put arrives before the first one's. */
      readonly overtakenBy?: TicketPatch;
    }
  | { readonly do: 'fire'; readonly ticket: string; readonly course: number; readonly by: 'message' | 'put' }
  | { readonly do: 'fireItems'; readonly ticket: string; readonly items: readonly string[] }
  | { readonly do: 'refire'; readonly ticket: string; readonly item: string; readonly reason: string }
  | { readonly do: 'void'; readonly ticket: string; readonly reason: string }
  | { readonly do: 'transfer'; readonly ticket: string }
  /** Lines go to a new check of the same table. */
  | {
      readonly do: 'split';
      readonly ticket: string;
      readonly to: string;
      readonly items: readonly string[];
      readonly isGiverFirst: boolean;
    }
  /** Everything on one ticket goes to another, which stays. */
  | { readonly do: 'merge'; readonly from: string; readonly to: string; readonly isGiverFirst: boolean }
  | { readonly do: 'away'; readonly ticket: string; readonly reason: string }
  | { readonly do: 'back'; readonly ticket: string }
  | {
      readonly do: 'handoff';
      readonly ticket: string;
      readonly state: 'courier_here' | 'handed_over' | 'returned';
    }
  | { readonly do: 'check'; readonly state: 'printed' | 'paid' }
  | { readonly do: 'leave' }
  /** Its table is wiped and laid again. */
  | { readonly do: 'lay' }
  /** The door has moved them: their tickets go along. */
  | { readonly do: 'follow'; readonly table: string }
  | { readonly do: 'menu'; readonly revision: number }
  | {
      readonly do: 'availability';
      readonly items: readonly {
        readonly id: string;
        readonly available: boolean;
        readonly remaining?: number;
      }[];
    }
  /** The till's network goes for a moment. */
  | { readonly do: 'dropLine' };

/** What a night must have to be believed; `service` is the ordinary course of a table. */
export type Ingredient =
  | 'service'
  | 'add_on'
  | 'change'
  | 'out_of_order'
  | 'void_before'
  | 'void_cooking'
  | 'void_ticket'
  | 'comp'
  | 'transfer'
  | 'split'
  | 'merge'
  | 'rush'
  | 'vip'
  | 'birthday'
  | 'kids_first'
  | 'away'
  | 'refire'
  | 'on_call'
  | 'shared'
  | 'three_deep'
  | 'half_and_half'
  | 'allergy'
  | 'late_allergy'
  | 'unsaid_allergy'
  | 'seat_named'
  | 'takeout'
  | 'courier'
  | 'eighty_six'
  | 'line_drop';

export interface Step {
  readonly when: Trigger;
  readonly afterMs: number;
  readonly act: Act;
  readonly why: Ingredient;
}

export interface PartyPlan {
  readonly id: string;
  readonly covers: number;
  /** null: an order to go, or the house's own doings. */
  readonly table: string | null;
  readonly steps: readonly Step[];
  readonly has: readonly Ingredient[];
}

/** The till's parties, and the book they come from. */
export interface NightPlan {
  readonly seed: number;
  readonly covers: number;
  readonly source: string;
  readonly parties: readonly PartyPlan[];
  readonly bookings: readonly BookingPlan[];
}

export const MINUTE_MS = 60_000;
export const DEMO_SOURCE = 'till';

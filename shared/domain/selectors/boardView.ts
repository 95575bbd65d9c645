import type { AllergyKey, ItemId, PersonId, StationId, TicketId } from '../../lib/ids.ts';
import type { ChitState } from '../model/chit.ts';
import type { DishRef } from '../model/dish.ts';
import type { Conflict, Stage } from '../model/food.ts';
import type { Modifier } from '../model/modifier.ts';
import type { TableHold } from '../model/tableHold.ts';
import type { Handoff, HandsCall, Keyed, StationNote, TicketHead } from '../model/ticket.ts';

/**
 * What a board draws, derived from the state and nothing else. Times are hub instants in ms; whether a clock reads OK, SOON or LATE is for
 * the glass to say each second from `fire`.
 */
export interface FireClock {
  readonly firedAt: number;
  readonly soonAt: number;
  readonly lateAt: number;
  /** Takeout and delivery count down to this instead. */
  readonly promisedAt: number | null;
}

export type StripState = 'held' | 'fired' | 'ready' | 'run';

export interface StripCourse {
  readonly number: number;
  readonly name: string | null;
  readonly state: StripState;
  /** Fired, ready or run at; for held, when it is due, if anybody said. */
  readonly at: number | null;
  /** Food of this course is on this tile. */
  readonly isHere: boolean;
  readonly holdCameLateAt: number | null;
  /** A person has said that it fires at `at`. */
  readonly isPlanned?: true;
}

export interface AllergyBand {
  readonly key: AllergyKey;
  readonly allergen: string;
  readonly severity: string;
  readonly crossContact: boolean;
  readonly words: string | null;
  readonly seat: number | null;
  /** `filled`, `outlined` (intolerance), `plain` (diet), `thin` (no food for that seat here). */
  readonly weight: 'filled' | 'outlined' | 'plain' | 'thin';
  readonly isOwed: boolean;
  readonly isLate: boolean;
  readonly isSaidByPos: boolean;
  /** Stations that have heard it for food now on the table, latest first. */
  readonly heard: readonly {
    readonly station: StationId;
    readonly at: number;
    /** Who called it out there and was answered; null: the station pressed it itself. */
    readonly calledBy: string | null;
  }[];
}

export type RecipeAnswer =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'not_listed' }
  | { readonly kind: 'none_listed' };

export interface LineAllergy {
  readonly key: AllergyKey;
  readonly allergen: string;
  readonly severity: string;
  readonly recipe: RecipeAnswer;
  /** Blocks start and bump until somebody answers. */
  readonly needsAnswer: boolean;
}

/** Free text that may be an allergy; nobody has answered yet. */
export interface PossibleView {
  readonly id: string;
  readonly words: string;
  readonly allergens: readonly string[];
}

/** `names`: by language, where the menu has them. */
export interface ModifierView extends Omit<Modifier, 'modifiers'> {
  readonly names: Readonly<Record<string, string>> | null;
  readonly modifiers: readonly ModifierView[];
}

/** Portions behind a line: several when equal dishes share one. */
export interface LinePortion {
  readonly item: ItemId;
  readonly externalId: string;
  readonly batch: number;
  readonly quantity: number;
  /** Ready at this station (on expo: at all stations). */
  readonly ready: number;
  readonly run: number;
}

export interface LineView {
  /** Stable while the line stands. */
  readonly key: string;
  readonly portions: readonly LinePortion[];
  readonly quantity: number;
  readonly ready: number;
  readonly name: string;
  readonly names: Readonly<Record<string, string>> | null;
  readonly course: number;
  /** Seats by number, ascending; 0 is the table; empty when nobody said. */
  readonly seats: readonly number[];
  readonly isShared: boolean;
  readonly modifiers: readonly ModifierView[];
  readonly notes: string | null;
  readonly state: 'held' | 'fired' | 'started' | 'ready' | 'run' | 'void';
  /** How far a voided line had come. */
  readonly stage: Stage | null;
  readonly voidReason: string | null;
  /** A void or change this station has not seen. */
  readonly isUnseen: boolean;
  readonly addedAt: number | null;
  readonly was: { readonly [field: string]: unknown } | null;
  readonly changedAt: number | null;
  readonly alsoAt: readonly StationId[];
  /** Assembly: who hands it on to this station, and whether it is still in their hands. Absent where nobody does. */
  readonly from?: { readonly station: StationId; readonly isWaited: boolean };
  /** Assembly: to whom this station hands it on. */
  readonly handsTo?: StationId;
  readonly unknownStations: readonly string[];
  readonly isNoStation: boolean;
  /** The closed station whose work this is here. */
  readonly standsInFor: StationId | null;
  /** The same across tickets, as `AllDayLine.key` has it: `dishKey` of `dishRef`. */
  readonly dish: string;
  readonly dishRef: DishRef;
  /** Cannot be had, and nobody has started it. */
  readonly is86: boolean;
  readonly allergies: readonly LineAllergy[];
  /** Of this dish alone; the ticket's own are the tile's. */
  readonly possible: readonly PossibleView[];
  /** Hearing is owed or a conflict is open: cannot be started or bumped. */
  readonly isBlocked: boolean;
  readonly stops: readonly AllergyKey[];
  readonly refire: { readonly reason: string; readonly at: number; readonly firedAt: number | null } | null;
  readonly onTheFly: boolean;
  readonly comped: boolean;
  /** Where it does not simply go with its course: when somebody calls it, as soon as it is ready, or beside another dish. */
  readonly goes?:
    | { readonly kind: 'on_call' | 'as_ready' }
    | { readonly kind: 'with'; readonly name: string; readonly names: LineView['names'] };
  /** Expo: since when the first plate of it stands at the pass, where one does. */
  readonly passAt?: number;
  /** Expo: each station and how far it is. */
  readonly parts: readonly {
    readonly station: StationId;
    /** `waits`: who hands it on still has it. `up`: by the station's own word it will be ready `at` then. */
    readonly state: 'waits' | 'fired' | 'heard' | 'started' | 'up' | 'ready';
    readonly at: number | null;
  }[];
}

/** The press a tile's bump place stands for. */
export type BumpPlace =
  /** `must`: blocks food. `ask`: an intolerance, asked once. */
  | {
      readonly kind: 'hear';
      readonly weight: 'must' | 'ask';
      readonly allergies: readonly AllergyKey[];
      readonly portions: readonly { readonly item: ItemId; readonly batch: number }[];
    }
  | {
      readonly kind: 'bump';
      readonly portions: readonly {
        readonly item: ItemId;
        readonly batch: number;
        readonly quantity: number;
      }[];
      readonly voids: readonly { readonly item: ItemId; readonly batch: number }[];
      readonly changes: readonly ItemId[];
      /** A STOP or an open conflict: the bump says what it waits for. */
      readonly blockedBy: 'stop' | 'conflict' | null;
    }
  /** Coming up: outlined, no clock, no bump. */
  | { readonly kind: 'none' };

export interface QuestionView {
  readonly id: string;
  readonly at: number;
  readonly name: string;
  readonly quantity: number;
  readonly fromTable: string | null;
  readonly fromNumber: string;
  /** The food was keyed by hand and the POS has put it: one question for all of it. */
  readonly isMatch: boolean;
}

/** A station's paper of a ticket. */
export interface PaperMark {
  readonly station: StationId;
  /** null: nothing of it is on paper yet. `isCurrent`: it tells what the glass tells. */
  readonly paper: {
    /** As printed. */
    readonly number: number;
    readonly at: number;
    /** A station that was cut off printed it by itself. */
    readonly isByStation: boolean;
    readonly isCurrent: boolean;
  } | null;
  /** The latest slip under way, or one that waits for a person's word. */
  readonly chit: {
    readonly number: number;
    readonly state: Exclude<ChitState, 'printed' | 'dropped'>;
    readonly trouble: string | null;
  } | null;
}

/** What a station was asked, and when it will be there by its own word: hub instants. null: it has not said. */
export interface HowLongView {
  readonly station: StationId;
  readonly askedAt: number;
  readonly minutes: number | null;
  readonly dueAt: number | null;
  /** Who said it for the station; null: it did itself, or nobody has. */
  readonly saidBy: string | null;
}

export interface TileView {
  readonly ticketId: TicketId;
  /** The station its presses are for: the board's own, or NO_STATION for food nobody here is named for. */
  readonly station: StationId;
  readonly source: string;
  readonly externalId: string;
  /** Table, or the order's number where there is none. */
  readonly title: string;
  readonly head: Omit<TicketHead, 'customer' | 'guests'>;
  readonly customer: PersonId | null;
  /** Made rush then: it stands before all others, behind earlier rushes. */
  readonly rushAt: number | null;
  readonly handoff: Handoff | null;
  /** Keyed by hand at that screen. */
  readonly keyed: Pick<Keyed, 'at' | 'by'> | null;
  /** The table's guests are away. */
  readonly away: Pick<TableHold, 'since' | 'reason' | 'until'> | null;
  readonly headWas: Partial<TicketHead> | null;
  readonly headChangedAt: number | null;
  readonly openedAt: number;
  /** The version this station's receipts speak of. */
  readonly version: number;
  readonly clock: FireClock | null;
  readonly comingUpAt: number | null;
  /** A station's tile: all its work here is still at these, who hand it on. It has no clock. */
  readonly waitsFor?: readonly StationId[];
  /** This version of it; at the pass, by any station. When that was is no matter of the tile: the hub's time for it would draw it anew. */
  readonly isHeard: boolean;
  /** All fired food here is ready (the tile shows for a void, a change or an allergy still to be seen). */
  readonly isReady: boolean;
  readonly courses: readonly StripCourse[];
  readonly bands: readonly AllergyBand[];
  readonly lines: readonly LineView[];
  readonly place: BumpPlace;
  readonly questions: readonly QuestionView[];
  /** Of the ticket's own note. */
  readonly possible: readonly PossibleView[];
  readonly isOnTheFly: boolean;
  /** A large party: its equal dishes share a line, whatever became of each. Absent for all others. */
  readonly isLarge?: true;
  /** A station's tile: its own. Expo: of each station that works by paper. */
  readonly paper: readonly PaperMark[];
  /** A station's tile: expo asks HOW LONG? since then. Absent as all of these where there is nothing, so that a tile without is as it was. */
  readonly askedAt?: number;
  /** Expo's notes that no cook has seen: a station's own; on expo all. */
  readonly notes?: readonly StationNote[];
  /** Expo: what stations were asked of food they still cook. */
  readonly howLong?: readonly HowLongView[];
  /** Expo: a runner is called for plates that stand there. */
  readonly hands?: HandsCall;
}

export interface AllDayLine {
  readonly key: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>> | null;
  /** Fired and not ready here. */
  readonly cooking: number;
  readonly held: number;
  /** Of `cooking`, for a guest with an allergy. */
  readonly allergy: number;
}

export interface Board {
  readonly station: StationId;
  /** In the order of PRODUCT.md: rush first, then fire time, then coming up. */
  readonly tiles: readonly TileView[];
  readonly allDay: readonly AllDayLine[];
  /** Takeout not yet released. */
  readonly later: number;
}

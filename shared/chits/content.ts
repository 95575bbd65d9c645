import type { ChitKind, ChitReason } from '../domain/model/chit.ts';
import type { Stage } from '../domain/model/food.ts';
import type { LeftFood } from '../domain/model/toldFood.ts';
import type { LineAllergy, StripState } from '../domain/selectors/boardView.ts';
import type { AllergyKey } from '../lib/ids.ts';

/** All that a chit says, in the printer's language where the menu has it, without any layout. */
export interface ChitContent {
  readonly kind: ChitKind;
  /** Rises within a service day; what people call out: "I have 58". */
  readonly number: number;
  readonly reason: ChitReason;
  readonly queuedAt: number;
  /** Chits of one cause come as a row: `n` of `m`, so that a lost slip is noticed. */
  readonly row: { readonly n: number; readonly m: number };
  /** What this chit says may lie there already, under that number. */
  readonly reprint: { readonly of: number | null } | null;
  readonly alsoAt: AlsoAt | null;
  /** null: food that no station of the house makes. */
  readonly stationName: string | null;
  /** The one that waits longest first. */
  readonly tickets: readonly ChitTicket[];
  /** Tickets asked for that are gone by now. */
  readonly goneCount: number;
}

/** The same food may lie at another printer: a cut-off station prints for itself, and the hub cannot know of it. */
export interface AlsoAt {
  /** null: a cut-off station's chit, and no printer of the hub prints for it. */
  readonly printer: string | null;
  /** This is the cut-off station's own chit. */
  readonly isStationOffline: boolean;
}

/** The slip this station holds of a ticket already: what came after it is marked. */
export interface EarlierSlip {
  readonly number: number;
  readonly at: number;
}

export interface ChitTicket {
  /** Table, or the order's number where there is none. */
  readonly title: string;
  readonly number: string;
  readonly hasTable: boolean;
  readonly server: string | null;
  readonly covers: number | null;
  readonly channel: string;
  readonly customer: string | null;
  readonly promisedAt: number | null;
  readonly pickup: { readonly kind: string; readonly code: string | null } | null;
  readonly cutlery: boolean | null;
  readonly isRush: boolean;
  readonly isVip: boolean;
  readonly occasion: string | null;
  readonly notes: string | null;
  /** The guests are away from the table since then. */
  readonly awaySince: number | null;
  /** Earliest fire of the food on this chit. */
  readonly firedAt: number | null;
  readonly since: EarlierSlip | null;
  /** Chits sent since then that nobody has seen come out: this ticket may lie here already under those numbers. */
  readonly perhapsOn: readonly number[];
  readonly headWas: readonly HeadWas[];
  readonly allergies: readonly ChitAllergy[];
  /** Words of the ticket's own note that may mean an allergy: somebody asks. */
  readonly possible: readonly string[];
  /** The whole table's courses, whatever is made here. */
  readonly strip: readonly StripStep[];
  readonly courses: readonly ChitCourse[];
}

/** A header's value that changed since the last chit, as it stood there. */
export interface HeadWas {
  readonly field: 'table' | 'number' | 'covers' | 'server' | 'promisedAt';
  readonly was: string | number | null;
}

export interface ChitAllergy {
  readonly key: AllergyKey;
  readonly allergen: string;
  readonly severity: string;
  readonly crossContact: boolean;
  /** The guest's own words, always in full. */
  readonly words: string | null;
  /** null: nobody has said whose it is. */
  readonly seat: number | null;
  readonly weight: 'filled' | 'outlined' | 'plain' | 'thin';
  /** Nobody at this station has heard it: it must be called back. */
  readonly isOwed: boolean;
  /** It came after food of that seat was fired, or after the last chit. */
  readonly isAdded: boolean;
  readonly isSaidByPos: boolean;
  readonly heardAt: number | null;
}

export interface StripStep {
  readonly number: number;
  readonly name: string | null;
  readonly state: StripState;
  readonly at: number | null;
  readonly isHere: boolean;
}

export interface ChitCourse {
  readonly number: number;
  readonly name: string | null;
  readonly firedAt: number | null;
  readonly dishes: readonly ChitDish[];
}

export type Delta = '+' | '-' | '~' | null;

/** Not to be made here now, though the cook's slip says so. */
export interface ChitLeft {
  readonly why: LeftFood['why'] | 'away';
  /** Where it is made now. */
  readonly at: readonly string[];
}

export interface ChitDish {
  readonly delta: Delta;
  readonly quantity: number;
  /** Ready at this station already. */
  readonly ready: number;
  readonly name: string;
  readonly seats: readonly number[];
  readonly isShared: boolean;
  readonly modifiers: readonly ChitModifier[];
  readonly notes: string | null;
  readonly addedAt: number | null;
  readonly left: ChitLeft | null;
  /** The cook's slip has it under another table: it is the same food. */
  readonly wasAt: { readonly title: string; readonly number: number } | null;
  readonly voided: { readonly stage: Stage | null; readonly reason: string | null } | null;
  /** What the cook had read before, field by field. */
  readonly was: readonly { readonly field: string; readonly value: unknown }[];
  readonly refire: { readonly reason: string; readonly firedAt: number | null } | null;
  readonly isOnTheFly: boolean;
  readonly is86: boolean;
  readonly alsoAt: readonly string[];
  /** Assembly: who hands it on to this station; null: nobody. */
  readonly from: string | null;
  readonly standsInFor: string | null;
  readonly isNoStation: boolean;
  readonly unknownStations: readonly string[];
  readonly allergies: readonly LineAllergy[];
  /** Words that may mean an allergy: somebody asks. */
  readonly possible: readonly string[];
  /** Allergens of late allergies: do not send it. */
  readonly stops: readonly string[];
}

export interface ChitModifier {
  readonly kind: string | null;
  readonly name: string;
  readonly quantity: number;
  readonly modifiers: readonly ChitModifier[];
}

import type { PartyId, StationId } from '../../lib/ids.ts';

/**
 * What speaks for a place, and what must be said before anybody is put there: data, which every screen says in its own language. Instants in
 * hub time.
 */
export type SeatReason =
  /** The tables it is booked for. */
  | { readonly kind: 'booked'; readonly isLocked: boolean }
  /** It is booked for others than these. */
  | { readonly kind: 'elsewhere'; readonly tables: readonly string[]; readonly isLocked: boolean }
  /** `spare`: seats stay empty. `tight`: more than sit well there. `small`: more than fit. `sizeless`: it stands on no plan. */
  | {
      readonly kind: 'fits' | 'spare' | 'tight' | 'small' | 'sizeless';
      readonly seats: number;
      readonly covers: number;
    }
  | { readonly kind: 'combine' }
  | { readonly kind: 'promised'; readonly party: PartyId; readonly at: number; readonly isLocked: boolean }
  /** Another party, booked without a table, would have to wait for one; `at`: when it is expected. */
  | { readonly kind: 'needed'; readonly party: PartyId; readonly at: number; readonly covers: number }
  | { readonly kind: 'dirty'; readonly since: number }
  | {
      readonly kind: 'taken';
      readonly table: string;
      readonly party: PartyId;
      readonly freeAt: number;
    }
  | {
      readonly kind: 'blocked';
      readonly table: string;
      readonly reason: string | null;
      readonly until: number | null;
    }
  /** A ticket was rung up there and nobody has said whose it is. */
  | { readonly kind: 'ticket'; readonly table: string }
  /** `next`: whose turn it is of all. `serves`: of that section. `asked`: the party asked for them. */
  | { readonly kind: 'next' | 'serves' | 'asked' | 'cut'; readonly server: string }
  /** Had a party less than 10 min ago. */
  | { readonly kind: 'again'; readonly server: string; readonly at: number }
  /** Nobody takes tables in its section. */
  | { readonly kind: 'nobody' }
  /** `station`: the busiest; null: none is cooking. `until`: the quarter of an hour in which the limit is reached. */
  | { readonly kind: 'room'; readonly station: StationId | null; readonly until: number | null }
  | {
      readonly kind: 'busy';
      readonly station: StationId;
      readonly isBehind: boolean;
      readonly until: number | null;
    }
  | { readonly kind: 'over'; readonly seated: number; readonly covers: number; readonly limit: number };

export type SeatReasonKind = SeatReason['kind'];
export type ReasonOf<K extends SeatReasonKind> = Extract<SeatReason, { readonly kind: K }>;

/** The hub refuses it whatever anybody says. */
const STOPS: ReadonlySet<SeatReasonKind> = new Set(['taken', 'blocked']);
/** Never left out: whoever seats there has been told. */
const WARNS: ReadonlySet<SeatReasonKind> = new Set([
  ...STOPS,
  'elsewhere',
  'small',
  'promised',
  'needed',
  'dirty',
  'ticket',
  'cut',
  'again',
  'nobody',
  'busy',
  'over',
]);

export const isStop = ({ kind }: SeatReason): boolean => STOPS.has(kind);
export const isWarning = ({ kind }: SeatReason): boolean => WARNS.has(kind);

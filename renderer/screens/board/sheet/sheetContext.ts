import { createContext, useContext } from 'react';
import type { DishRef } from '../../../../shared/domain/model/dish.ts';
import type { StationId, TicketId } from '../../../../shared/lib/ids.ts';

/** What stands beside the board for a while. */
export type SheetName =
  | { readonly kind: 'recall' }
  | { readonly kind: 'review'; readonly ticket: TicketId; readonly backTo: 'recall' | 'away' | null }
  | { readonly kind: 'dish'; readonly key: string }
  /** Whose each plate of a dish of a large party is. */
  | {
      readonly kind: 'seats';
      readonly ticket: TicketId;
      readonly station: StationId;
      readonly dish: string;
      readonly course: number;
    }
  | { readonly kind: 'eightySix' }
  | { readonly kind: 'eightySixDish'; readonly dish: string; readonly backTo: 'eightySix' | null }
  | { readonly kind: 'later' }
  /** Expo's open tile. */
  | { readonly kind: 'table'; readonly ticket: TicketId }
  /** Tables whose courses are fired together with this one's. */
  | { readonly kind: 'block'; readonly ticket: TicketId }
  /** REFIRE, first of all tickets (null), then of one. */
  | { readonly kind: 'refire'; readonly ticket: TicketId | null }
  /** ALLERGY PLATES before a run of these lines. */
  | {
      readonly kind: 'plates';
      readonly ticket: TicketId;
      readonly course: number;
      readonly lines: readonly string[];
      readonly anyway: boolean;
    }
  /** The build card of a dish; `backTo`: the dish sheet it was opened from. */
  | {
      readonly kind: 'card';
      readonly dish: DishRef;
      readonly names: Readonly<Record<string, string>> | null;
      readonly backTo: string | null;
    }
  /** KEY A TICKET; `onto`: more onto one that was keyed. */
  | { readonly kind: 'key'; readonly onto: TicketId | null }
  /** The pass, beside a station's board. */
  | { readonly kind: 'expoColumn' }
  | { readonly kind: 'notDone' }
  | { readonly kind: 'chits' }
  | { readonly kind: 'screen' }
  /** Size and distance of this glass. */
  | { readonly kind: 'glass' }
  /** The keys of the bump bar. */
  | { readonly kind: 'bar' }
  /** Each sound, to be heard. */
  | { readonly kind: 'sounds' }
  /** WHILE YOU WERE AWAY. */
  | { readonly kind: 'away' };

export interface SheetControl {
  readonly open: SheetName | null;
  readonly show: (sheet: SheetName) => void;
  readonly close: () => void;
}

const SheetContext = createContext<SheetControl | null>(null);
export const SheetProvider = SheetContext.Provider;

export function useSheet(): SheetControl {
  const sheet = useContext(SheetContext);
  if (!sheet) throw new Error('a sheet is asked for outside of a board');
  return sheet;
}

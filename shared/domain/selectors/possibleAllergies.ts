import type { ItemId } from '../../lib/ids.ts';
import { isOpen } from '../model/possible.ts';
import type { Ticket } from '../model/ticket.ts';
import type { PossibleView } from './boardView.ts';

const NOTHING: readonly PossibleView[] = [];

/** Questions still open about a dish; `item` null: about the ticket's own note. */
export function possibleOf(ticket: Ticket, item: ItemId | null): readonly PossibleView[] {
  // Nearly every ticket, at every look at it.
  if (ticket.possible.length === 0) return NOTHING;
  return ticket.possible
    .filter((one) => one.item === item && isOpen(ticket, one))
    .map(({ id, words, allergens }) => ({ id, words, allergens }));
}

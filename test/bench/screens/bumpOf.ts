import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import type { StationId } from '../../../shared/lib/ids.ts';

/** The one station of a house that nobody has set up. */
export const STATION = 'kitchen' as StationId;

/** A bump of all that is fired and not ready. `seen`: the log number of the glass it was pressed on. */
export function bumpOf(ticket: Ticket, seen: number): Extract<ScreenCommand, { type: 'ticket.bump' }> {
  return {
    type: 'ticket.bump',
    ticket: ticket.id,
    station: STATION,
    portions: ticket.items.flatMap((item) =>
      item.batches
        .filter((batch) => batch.firedAt !== null && batch.bumped < batch.quantity)
        .map((batch) => ({ item: item.id, batch: batch.n, quantity: batch.quantity })),
    ),
    voids: [],
    changes: ticket.items.filter(({ change }) => change !== null).map(({ id }) => id),
    seen,
  };
}

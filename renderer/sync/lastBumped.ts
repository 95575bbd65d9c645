import type { State } from '../../shared/domain/model/state.ts';
import type { Ticket } from '../../shared/domain/model/ticket.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import type { LastBumped } from '../app/screenPort.ts';

/**
 * The ticket this station made food ready on last, and how to bring it back: the batches of that last moment, to nothing ready. What was
 * bumped before it stays. null when nothing is left to recall.
 */
export function lastBumpedOf(state: State, station: StationId): LastBumped | null {
  let last: Ticket | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const ticket of state.tickets.values()) {
    const at = ticket.isLeftFromYesterday ? null : readyAt(ticket, station);
    if (at === null || at <= lastAt) continue;
    last = ticket;
    lastAt = at;
  }
  if (last === null) return null;
  return {
    ticket: last.id,
    title: last.head.table ?? last.head.number,
    portions: last.items.flatMap((item) =>
      item.batches
        .filter(
          (batch) =>
            batch.void === null && batch.parts.some((part) => isOf(part, station) && part.readyAt === lastAt),
        )
        .map((batch) => ({ item: item.id, batch: batch.n, quantity: 0 })),
    ),
  };
}

type Part = Ticket['items'][number]['batches'][number]['parts'][number];

function isOf(part: Part, station: StationId): boolean {
  return part.station === station && part.ready > 0;
}

function readyAt(ticket: Ticket, station: StationId): number | null {
  const instants = ticket.items
    .flatMap((item) => item.batches)
    .filter((batch) => batch.void === null)
    .flatMap((batch) => batch.parts)
    .flatMap((part) => (isOf(part, station) && part.readyAt !== null ? [part.readyAt] : []));
  return instants.length === 0 ? null : Math.max(...instants);
}

import type { StationId } from '../../lib/ids.ts';
import { isCookingAt } from './progress.ts';
import type { HowLong, Ticket } from './ticket.ts';

/** HOW LONG? at a station, asked or answered, while it still cooks food that it was asked about; null: nothing is asked there. */
export function openHowLong(ticket: Ticket, station: StationId): HowLong | null {
  const known = ticket.howLong[station];
  if (!known) return null;
  const isOpen = ticket.items.some(({ batches }) =>
    batches.some((batch) => isCookingAt(batch, station) && (batch.firedAt ?? 0) <= known.askedAt),
  );
  return isOpen ? known : null;
}

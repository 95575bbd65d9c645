import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId, TicketId } from '../../lib/ids.ts';
import { isLive, partAt } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import { titleOf } from '../model/ticket.ts';
import type { LineView } from './boardView.ts';
import { tileLines } from './tileLines.ts';

/** Each plate of one dish of a course by its seat, at this station (null: at all), the table's own and unknown seats last. */
export function seatsOfDish(
  state: State,
  config: HouseConfig,
  which: { ticket: TicketId; station: StationId | null; dish: string; course: number },
): { readonly title: string; readonly lines: readonly LineView[] } | null {
  const ticket = state.tickets.get(which.ticket);
  if (!ticket) return null;
  const { station, dish, course } = which;
  const lines = ticket.items
    .filter((item) => item.face.course === course)
    .flatMap((item) =>
      item.batches
        .filter((batch) => isLive(batch) && (station === null || partAt(batch, station) !== undefined))
        .flatMap((batch) => tileLines(ticket, [{ item, batch }], station, config)),
    )
    .filter((line) => line.dish === dish)
    .sort((a, b) => firstSeat(a) - firstSeat(b));
  return { title: titleOf(ticket.head), lines };
}

const firstSeat = ({ seats: [first] }: LineView) => first || Number.MAX_SAFE_INTEGER;

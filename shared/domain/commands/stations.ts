import type { HouseConfig } from '../../config/houseConfig.ts';
import { type WorkPlace, workPlaceOf } from '../../config/workPlace.ts';
import { NO_STATION, type StationId, type TicketId } from '../../lib/ids.ts';
import { isWorkAt } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import { portionSeen } from './cook.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { settle } from './settle.ts';

/** After a new configuration: what lies at a station that has closed or is gone goes where its work is done now. */
export function moveFromClosed(draft: Draft, config: HouseConfig): void {
  for (const ticket of draft.state.tickets.values()) moveTicketFromClosed(draft, config, ticket);
}

/** After any other command: a recall, a void taken back or a move may bring work to a station that closed since. */
export function moveBackFromClosed(draft: Draft): void {
  const config = draft.newConfig ?? draft.ctx.config;
  if (config.stations.every(({ state }) => state === 'open')) return;
  for (const id of draft.touched()) {
    const ticket = draft.state.tickets.get(id);
    if (ticket) moveTicketFromClosed(draft, config, ticket);
  }
}

function moveTicketFromClosed(draft: Draft, config: HouseConfig, ticket: Ticket): void {
  const parts = ticket.items.flatMap((item) => item.batches.flatMap((batch) => batch.parts));
  for (const station of new Set(parts.map((part) => part.station))) {
    if (station === NO_STATION) continue;
    const isGone = !config.stations.some(({ id }) => id === station);
    const to = isGone ? { station: NO_STATION, standsInFor: station } : workPlaceOf(config, station);
    if (to.station === station) continue;
    const portions = workAt(draft.ticket(ticket.id), station);
    if (portions.length > 0) emitMoved(draft, ticket.id, portions, station, to);
  }
}

/** Portions a station still has to make, hold or see go. */
function workAt(ticket: Ticket, station: StationId) {
  return ticket.items.flatMap((item) =>
    item.batches
      .filter((batch) => isWorkAt(batch, station))
      .map((batch) => ({ item: item.id, batch: batch.n })),
  );
}

function emitMoved(
  draft: Draft,
  id: TicketId,
  portions: { item: Ticket['items'][number]['id']; batch: number }[],
  from: StationId,
  to: WorkPlace,
): void {
  draft.emit({
    type: 'part.moved',
    ticket: id,
    portions,
    from,
    to: to.station,
    standsInFor: to.standsInFor,
    stations: [from, to.station],
  });
  settle(draft, id);
}

/** MOVE TO STATION: a person sends work elsewhere; the station stays open. */
export function movePart(draft: Draft, command: CommandOf<'part.move'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { from, to } = command;
  if (!draft.ctx.config.stations.some(({ id }) => id === to)) {
    return refuse('not_found', `There is no station ${to}.`, 'to');
  }
  const portions = command.portions.filter((ref) => {
    const { batch } = portionSeen(ticket, ref, command.seen, draft.ctx.actor);
    return isWorkAt(batch, from);
  });
  if (from === to || portions.length === 0) return ticket.id;
  const place = workPlaceOf(draft.ctx.config, to);
  emitMoved(draft, ticket.id, portions, from, place);
  return ticket.id;
}

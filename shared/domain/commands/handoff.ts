import type { TicketId } from '../../lib/ids.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import type { Draft } from './draft.ts';
import { openTicket, ticketMeant, ticketReopened } from './findTicket.ts';

const STAMPS = {
  packed: 'packedAt',
  courier_here: 'courierHereAt',
  handed_over: 'handedOverAt',
  returned: 'returnedAt',
} as const;

/** Rules H: an order leaves the house in steps, each said once and each taken back by a person. It cooks and ends nothing. */
export function handOff(draft: Draft, command: CommandOf<'ticket.handoff'>): TicketId {
  const { step, isOn } = command;
  const stub = inHistory(draft, command.ticket);
  const known = stub ?? ticketMeant(draft, command.ticket);
  const isSaid = (known.handoff?.[STAMPS[step]] ?? null) !== null;
  if (isSaid === isOn) return known.id;
  // A bag that stood on the shelf for an hour is handed over all the same: its ticket comes back for the word, and goes.
  if (stub) ticketReopened(draft, command.ticket);
  draft.emit({ type: `ticket.${step}`, ticket: known.id, isOn });
  if (stub) draft.emit({ type: 'ticket.closed', ticket: stub.id });
  return known.id;
}

function inHistory(draft: Draft, which: CommandOf<'ticket.handoff'>['ticket']): Ticket | null {
  if (typeof which === 'string' || openTicket(draft.state, which.source, which.id, null)) return null;
  return draft.ctx.closed(which.source, which.id, null);
}

import type { TicketId } from '../../lib/ids.ts';
import { givenUpAt } from '../model/packing.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import type { Draft } from './draft.ts';
import { openTicket, ticketMeant, ticketReopened } from './findTicket.ts';
import { packRest, unpackAll } from './pack.ts';

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
  if (step === 'packed' && !stub) {
    if (isOn) packRest(draft, known.id);
    else unpackAll(draft, known.id);
    return known.id;
  }
  // A bag that stood on the shelf for an hour is handed over all the same: its ticket comes back for the word, and goes.
  if (stub) ticketReopened(draft, command.ticket);
  draft.emit({ type: `ticket.${step}`, ticket: known.id, isOn });
  if (stub) draft.emit({ type: 'ticket.closed', ticket: stub.id });
  const waited = notCollected(known.id);
  const now = draft.state.tickets.get(known.id);
  if (draft.state.alerts[waited] && (!now || givenUpAt(now, 0) === null))
    draft.emit({ type: 'alert.cleared', code: waited });
  return known.id;
}

/** The alert that an order is still on the shelf. */
export function notCollected(id: TicketId): string {
  return `not_collected:${id}`;
}

function inHistory(draft: Draft, which: CommandOf<'ticket.handoff'>['ticket']): Ticket | null {
  if (typeof which === 'string' || openTicket(draft.state, which.source, which.id, null)) return null;
  return draft.ctx.closed(which.source, which.id, null);
}

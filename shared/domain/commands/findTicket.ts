import type { ServiceDay, TicketId } from '../../lib/ids.ts';
import { outsideKey, type State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { type Draft, refuse } from './draft.ts';

/** A POS names its ticket by `(source, id)`, a screen ours by id. Events without a day mean the newest. */
export type Which = TicketId | { readonly source: string; readonly id: string };

export function openTicket(state: State, source: string, id: string, day: ServiceDay | null): Ticket | null {
  const ids = state.ticketIndex.get(outsideKey(source, id)) ?? [];
  const tickets = ids.flatMap((one) => state.tickets.get(one) ?? []);
  return (day === null ? tickets.at(-1) : tickets.find((ticket) => ticket.day === day)) ?? null;
}

/** The open ticket meant, or a refusal. */
export function ticketMeant(draft: Draft, which: Which): Ticket {
  const ticket =
    typeof which === 'string'
      ? draft.state.tickets.get(which)
      : openTicket(draft.state, which.source, which.id, null);
  return ticket ?? refuse('not_found', 'There is no open ticket of that id.');
}

/** Open, or else from history, brought back so that something can happen to it. */
export function ticketReopened(draft: Draft, which: Which): Ticket {
  if (typeof which === 'string') return ticketMeant(draft, which);
  const open = openTicket(draft.state, which.source, which.id, null);
  if (open) return open;
  const stub = draft.ctx.closed(which.source, which.id, null);
  if (!stub) return refuse('not_found', 'There is no ticket of that id.');
  draft.emit({ type: 'ticket.reopened', record: reopenedRecord(stub) });
  return draft.ticket(stub.id);
}

export function reopenedRecord(stub: Ticket): Ticket {
  return { ...stub, isLeftFromYesterday: false };
}

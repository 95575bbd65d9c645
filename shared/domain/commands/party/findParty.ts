import type { PartyId, TicketId } from '../../../lib/ids.ts';
import { partiesAt, partiesOfTable } from '../../model/partiesAt.ts';
import type { Party } from '../../model/party.ts';
import { named, ofTicket } from '../../model/partyPlaces.ts';
import { isSeated } from '../../model/partyStates.ts';
import type { State } from '../../model/state.ts';
import type { Ticket } from '../../model/ticket.ts';
import { type Draft, refuse } from '../draft.ts';

export function partyMeant(draft: Draft, id: PartyId): Party {
  return draft.state.parties.get(id) ?? refuse('not_found', 'There is no such party tonight.');
}

export function partyNamed(state: State, source: string, id: string): Party | null {
  return partiesAt(state, named(source, id)).at(-1) ?? null;
}

export function partyOfTicket(state: State, ticket: TicketId): Party | null {
  return partiesAt(state, ofTicket(ticket)).at(-1) ?? null;
}

export function seatedAt(state: State, table: string): Party | null {
  return partiesOfTable(state, table).find(({ live }) => isSeated(live)) ?? null;
}

/** Its tickets that the hub still holds. */
export function ticketsOf(state: State, { live }: Pick<Party, 'live'>): Ticket[] {
  return live.tickets.flatMap((id) => state.tickets.get(id) ?? []);
}

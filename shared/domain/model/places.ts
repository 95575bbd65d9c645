import type { Ticket } from './ticket.ts';

/**
 * Where a ticket is looked for beside its own name: its table and its party while anything of it is still to come, and the tickets it says
 * its food came from. NUL as in outsideKey.
 */
export function placesOf(ticket: Ticket): string[] {
  const { head, source, items, endedAt } = ticket;
  const places: string[] = [];
  if (endedAt === null && head.table !== null) places.push(tablePlace(head.table));
  if (endedAt === null && head.party !== null) places.push(partyPlace(head.party.id));
  for (const { claim } of items) {
    const place = claim === null ? null : claimPlace(source, claim.ticket);
    if (place !== null && !places.includes(place)) places.push(place);
  }
  return places;
}

export const tablePlace = (table: string) => `table\0${table}`;
export const partyPlace = (party: string) => `party\0${party}`;
/** Tickets of this source that wait for food of that ticket. */
export const claimPlace = (source: string, id: string) => `claim\0${source}\0${id}`;

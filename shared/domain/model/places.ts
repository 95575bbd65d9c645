import type { Ticket } from './ticket.ts';

/**
 * Where a ticket is looked for beside its own name: its table and its party while anything of it is still to come, the tickets it says
 * its food came from, and what was keyed at a table also when it is eaten: the POS may put it hours later. NUL as in outsideKey.
 */
export function placesOf(ticket: Ticket): string[] {
  const { head, source, items, endedAt } = ticket;
  const places: string[] = [];
  if (endedAt === null && head.table !== null) places.push(tablePlace(head.table));
  if (endedAt === null && head.party !== null) places.push(partyPlace(head.party.id));
  if (ticket.keyed !== null) places.push(keyedPlace(head.table));
  for (const { claim } of items) {
    const place = claim === null ? null : claimPlace(source, claim.ticket);
    if (place !== null && !places.includes(place)) places.push(place);
  }
  return places;
}

export const tablePlace = (table: string) => `table\0${table}`;
/** Tickets keyed by hand; tables are typed by people, so their case says nothing. */
export const keyedPlace = (table: string | null) => `keyed\0${table?.trim().toLowerCase() ?? ''}`;
export const partyPlace = (party: string) => `party\0${party}`;
/** Tickets of this source that wait for food of that ticket. */
export const claimPlace = (source: string, id: string) => `claim\0${source}\0${id}`;

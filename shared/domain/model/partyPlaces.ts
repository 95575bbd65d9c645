import type { Party } from './party.ts';
import { isOver } from './partyStates.ts';

/** Where a party is looked for: its source's name for it, its tables while it may still sit there, and its tickets. NUL as in outsideKey. */
export function partyPlacesOf({ source, externalId, live }: Party): string[] {
  const tables = isOver(live) ? [] : live.tables.map(atTable);
  return [...new Set([named(source, externalId), ...tables, ...live.tickets.map(ofTicket)])];
}

export const named = (source: string, id: string) => `name\0${source}\0${id}`;
export const atTable = (table: string) => `table\0${table}`;
export const ofTicket = (ticket: string) => `ticket\0${ticket}`;

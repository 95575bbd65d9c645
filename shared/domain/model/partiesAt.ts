import type { Party } from './party.ts';
import { atTable } from './partyPlaces.ts';
import type { State } from './state.ts';

/** By a place of `partyPlaces`, in the order of their coming. */
export function partiesAt(state: State, place: string): Party[] {
  return (state.partyPlaces.get(place) ?? []).flatMap((id) => state.parties.get(id) ?? []);
}

/** Everybody who sits, is to sit or may sit at this table and has not gone. */
export function partiesOfTable(state: State, table: string): Party[] {
  return partiesAt(state, atTable(table));
}

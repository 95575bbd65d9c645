import type { PartyId } from '../../../lib/ids.ts';
import { joinedWith, standingOf } from '../../model/door.ts';
import type { State } from '../../model/state.ts';
import { refuse } from '../draft.ts';
import { seatedAt } from './findParty.ts';

/** The tables named and all that are pushed together with them, each once. */
export function wholeTables(state: State, tables: readonly string[]): string[] {
  return [...new Set(tables.flatMap((table) => joinedWith(state.door, table)))];
}

export function isFreeFor(state: State, tables: readonly string[], party: PartyId): boolean {
  return wholeTables(state, tables).every((table) => {
    const there = seatedAt(state, table);
    return there === null || there.id === party;
  });
}

/** Of two hosts who seat a table in the same second one wins, and the other is told. */
export function refuseTaken(
  state: State,
  tables: readonly string[],
  party: PartyId,
  but: PartyId | null = null,
): void {
  for (const table of wholeTables(state, tables)) {
    const there = seatedAt(state, table);
    if (there !== null && there.id !== party && there.id !== but)
      refuse('table_taken', `Somebody sits at ${table}.`);
    const { blocked } = standingOf(state.door, table);
    if (blocked !== null) refuse('table_blocked', `${table} is blocked.`);
  }
}

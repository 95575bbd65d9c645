import type { PartyId } from '../../../lib/ids.ts';
import { isSeated } from '../../model/partyStates.ts';
import type { State } from '../../model/state.ts';
import { resumeTable } from '../away.ts';
import type { Draft } from '../draft.ts';

/** Rule T5: who sits down at a table is there. Guests who were away from it and were moved since are away from where they sit now. */
export function leaveAwayBehind(draft: Draft, tables: readonly string[], who: PartyId): void {
  for (const table of tables) {
    const hold = draft.state.holds[table];
    if (!hold) continue;
    const there = placeOfMoved(draft.state, table, who);
    if (there === null) {
      resumeTable(draft, table);
      continue;
    }
    draft.emit({ type: 'table.resumed', table, awayMs: draft.now - hold.since });
    draft.emit({ type: 'table.held', hold: { ...hold, table: there } });
  }
}

/** The table whose AWAY a POS means that still has the moved guests at their first one. */
export function tableMeant(state: State, table: string): string {
  if (state.holds[table]) return table;
  const there = placeOfMoved(state, table, null);
  return there !== null && state.holds[there] ? there : table;
}

/** Where those sit whose tickets the POS still has at this table; null: nobody was moved from it. */
function placeOfMoved(state: State, table: string, but: PartyId | null): string | null {
  for (const { id, live } of state.parties.values()) {
    const [there] = live.tables;
    if (id === but || !isSeated(live) || there === undefined || live.tables.includes(table)) continue;
    if (live.tickets.some((ticket) => state.tickets.get(ticket)?.head.table === table)) return there;
  }
  return null;
}

import { actorName } from '../../events/actor.ts';
import { standingOf } from '../../model/door.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import { setTables, settleOver } from './afterStep.ts';
import { seatedAt } from './findParty.ts';
import { wholeTables } from './freeTables.ts';
import { stepParty } from './stepParty.ts';

/** Rules S10 to S13: what is true of a table whoever sits there. */

export function combineTables(draft: Draft, { tables }: CommandOf<'table.combine'>): null {
  const joined = wholeTables(draft.state, tables);
  const sitting = [...new Set(joined.flatMap((table) => seatedAt(draft.state, table) ?? []))];
  const [only, another] = sitting;
  if (another !== undefined) refuse('table_taken', 'Two parties sit at these tables.');
  setTables(draft, joined, (standing) => ({ ...standing, joined }));
  // Who sits at one of them sits at all of them.
  if (only !== undefined) stepParty(draft, only.id, 'move', { tables: joined });
  return null;
}

export function splitTable(draft: Draft, { table }: CommandOf<'table.split'>): null {
  const joined = wholeTables(draft.state, [table]);
  if (joined.length < 2) return null;
  const party = seatedAt(draft.state, table);
  if (party !== null) refuse('table_taken', `Somebody sits at ${table}.`);
  setTables(draft, joined, (standing) => ({ ...standing, joined: [] }));
  return null;
}

export function markTable(draft: Draft, command: CommandOf<'table.mark'>): null {
  const { table, state, reason, until } = command;
  switch (state) {
    case 'blocked': {
      const by = actorName(draft.ctx.actor);
      setTables(draft, [table], (standing) => {
        const known = standing.blocked;
        const isSame = known !== null && known.reason === reason && known.until === until;
        return isSame ? standing : { ...standing, blocked: { reason, until, at: draft.now, by } };
      });
      return null;
    }
    case 'dirty':
      gone(draft, table);
      setTables(draft, [table], (standing) => ({
        ...standing,
        dirtySince: standing.dirtySince ?? draft.now,
      }));
      return null;
    case 'clean':
      gone(draft, table);
      setTables(draft, [table], (standing) => ({ ...standing, dirtySince: null }));
      return null;
    case 'open':
      gone(draft, table);
      setTables(draft, [table], (standing) => ({ ...standing, dirtySince: null, blocked: null }));
      return null;
    default:
      return state satisfies never;
  }
}

/** Whoever says that a table is dirty, clean or open says that its guests have left. */
function gone(draft: Draft, table: string): void {
  const party = seatedAt(draft.state, table);
  if (party === null) return;
  const before = partyOf(draft.state, party.id);
  stepParty(draft, party.id, 'finish', { state: 'finished', leftAt: draft.now });
  settleOver(draft, party.id, before);
}

/** A block that had an end is over. */
export function openDue(draft: Draft, { table, until }: CommandOf<'table.openDue'>): null {
  if (standingOf(draft.state.door, table).blocked?.until === until)
    setTables(draft, [table], (standing) => ({ ...standing, blocked: null }));
  return null;
}

import { actorName } from '../../events/actor.ts';
import { standingOf, type TableStanding } from '../../model/door.ts';
import { tableStepRefusal } from '../../model/tableSteps.ts';
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
  // That guests have gone stands among the steps of their party, and is taken back there.
  const why = state !== 'blocked' && gone(draft, table) ? {} : saidBy(draft, command);
  setTables(draft, [table], (standing) => marked(standing, { state, reason, until }, draft), why);
  return null;
}

function marked(
  standing: TableStanding,
  { state, reason, until }: Pick<CommandOf<'table.mark'>, 'state' | 'reason' | 'until'>,
  { now, ctx }: Draft,
): TableStanding {
  switch (state) {
    case 'blocked': {
      const known = standing.blocked;
      const isSame = known !== null && known.reason === reason && known.until === until;
      return isSame
        ? standing
        : { ...standing, blocked: { reason, until, at: now, by: actorName(ctx.actor) } };
    }
    case 'dirty':
      return { ...standing, dirtySince: standing.dirtySince ?? now };
    case 'clean':
      return { ...standing, dirtySince: null };
    case 'open':
      return { ...standing, dirtySince: null, blocked: null };
    default:
      return state satisfies never;
  }
}

/** What a program says is its own to say otherwise. */
function saidBy({ ctx: { actor } }: Draft, { state: mark, press }: CommandOf<'table.mark'>) {
  if (actor.kind !== 'screen') return {};
  return { said: { mark, screen: actor.screen, ...(press === undefined ? {} : { press }) } };
}

/** Rule S84. */
export function undoMark(draft: Draft, command: CommandOf<'table.undo'>): null {
  const { table } = command;
  const step = draft.state.door.tableSteps.find(({ seq, table: of }) => seq === command.step && of === table);
  if (!step) return refuse('not_found', 'That change is not known any more.');
  if (step.isUndone) return null;
  const refusal = tableStepRefusal(draft.state, step);
  if (refusal === 'superseded') refuse(refusal, 'The table has changed since.');
  if (refusal !== null) refuse(refusal, `Somebody sits at ${table}.`);
  setTables(draft, [table], (standing) => ({ ...standing, ...step.was }), { undoes: step.seq });
  return null;
}

/** Whoever says that a table is dirty, clean or open says that its guests have left. False: nobody sat there. */
function gone(draft: Draft, table: string): boolean {
  const party = seatedAt(draft.state, table);
  if (party === null) return false;
  const before = partyOf(draft.state, party.id);
  stepParty(draft, party.id, 'finish', { state: 'finished', leftAt: draft.now });
  settleOver(draft, party.id, before);
  return true;
}

/** A block that had an end is over. */
export function openDue(draft: Draft, { table, until }: CommandOf<'table.openDue'>): null {
  if (standingOf(draft.state.door, table).blocked?.until === until)
    setTables(draft, [table], (standing) => ({ ...standing, blocked: null }));
  return null;
}

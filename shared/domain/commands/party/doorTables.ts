import { actorName } from '../../events/actor.ts';
import {
  type JoinMark,
  type JoinStep,
  standingOf,
  type TableMark,
  type TableStanding,
  type TableStep,
} from '../../model/door.ts';
import { joinStepRefusal, tableStepRefusal } from '../../model/tableSteps.ts';
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
  setTables(draft, joined, (standing) => ({ ...standing, joined }), saidBy(draft, 'combine'));
  // Who sits at one of them sits at all of them.
  if (only !== undefined) stepParty(draft, only.id, 'move', { tables: joined });
  return null;
}

export function splitTable(draft: Draft, { table }: CommandOf<'table.split'>): null {
  const joined = wholeTables(draft.state, [table]);
  if (joined.length < 2) return null;
  const party = seatedAt(draft.state, table);
  if (party !== null) refuse('table_taken', `Somebody sits at ${table}.`);
  setTables(draft, joined, (standing) => ({ ...standing, joined: [] }), saidBy(draft, 'split'));
  return null;
}

export function markTable(draft: Draft, command: CommandOf<'table.mark'>): null {
  const { table, state, reason, until, press } = command;
  // That guests have gone stands among the steps of their party, and is taken back there.
  const why = state !== 'blocked' && gone(draft, table) ? {} : saidBy(draft, state, press);
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
function saidBy({ ctx: { actor } }: Draft, mark: TableMark | JoinMark, press?: string) {
  if (actor.kind !== 'screen') return {};
  return { said: { mark, screen: actor.screen, ...(press === undefined ? {} : { press }) } };
}

/** Rule S84. */
export function undoAtTable(draft: Draft, { table, step: seq }: CommandOf<'table.undo'>): null {
  const { tableSteps, joinSteps } = draft.state.door;
  const marked = tableSteps.find((step) => step.seq === seq && step.table === table);
  const joined = joinSteps.find((step) => step.seq === seq && step.tables.includes(table));
  if (marked) undoMark(draft, marked);
  else if (joined) undoJoin(draft, joined);
  else refuse('not_found', 'That change is not known any more.');
  return null;
}

function undoMark(draft: Draft, step: TableStep): void {
  if (step.isUndone) return;
  refuseUndo(step.table, tableStepRefusal(draft.state, step));
  setTables(draft, [step.table], (standing) => ({ ...standing, ...step.was }), { undoes: step.seq });
}

function undoJoin(draft: Draft, step: JoinStep): void {
  if (step.isUndone) return;
  const { seq, tables, was } = step;
  refuseUndo(tables.join(', '), joinStepRefusal(draft.state, step));
  const before = new Map(was.map(({ table, joined }) => [table, joined]));
  setTables(draft, tables, (standing) => ({ ...standing, joined: before.get(standing.table) ?? [] }), {
    undoes: seq,
  });
}

function refuseUndo(tables: string, refusal: 'superseded' | 'table_taken' | null): void {
  if (refusal === 'superseded') refuse(refusal, 'The table has changed since.');
  if (refusal !== null) refuse(refusal, `Somebody sits at ${tables}.`);
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

import { serviceDayOf } from '../../../lib/serviceDay.ts';
import type { Party, PartyLive, PartyStep, StepKind } from '../../model/party.ts';
import { isSeated } from '../../model/partyStates.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import { swapTables } from './actOnParty.ts';
import { setTables, settleOver } from './afterStep.ts';
import { partyMeant } from './findParty.ts';
import { refuseTaken } from './freeTables.ts';
import { stepParty } from './stepParty.ts';

/** Presses of people; what source, POS and clock did is theirs to say otherwise. */
const BY_HAND: ReadonlySet<StepKind> = new Set([
  'edit',
  'confirm',
  'arrive',
  'notify',
  'seat',
  'unseat',
  'move',
  'swap',
  'leave',
  'finish',
  'cancel',
  'no_show',
  'clear',
  'relieve',
]);

/** Rule S9: a step by hand is taken back by name while its shift lasts, unless something has been built on it. */
export function undoStep(draft: Draft, command: CommandOf<'party.undo'>): null {
  const party = partyMeant(draft, command.party);
  const step = party.steps.find(({ seq }) => seq === command.step);
  if (!step) return refuse('not_found', 'That change is not known any more.');
  if (step.isUndone) return null;
  if (!mayUndo(draft, step)) refuse('too_late', 'That is no change of this shift that a person made.');
  if (isBuiltOn(party, step)) refuse('superseded', 'It has been changed again since. Take that back first.');
  if (step.kind === 'swap' && step.other !== null) return swapBack(draft, party, step);
  const back: Partial<PartyLive> = step.was;
  const sitsAgain = isSeated({ ...party.live, ...back });
  const tables = back.tables ?? party.live.tables;
  if (sitsAgain) refuseTaken(draft.state, tables, party.id);
  stepParty(draft, party.id, 'undo', back, { undoes: step.seq });
  if (sitsAgain && !isSeated(party.live))
    setTables(draft, tables, (table) => ({ ...table, dirtySince: null }));
  settleOver(draft, party.id, party);
  return null;
}

export function mayUndo(draft: Draft, { kind, at }: PartyStep): boolean {
  const { timeZone, dayRollHour } = draft.ctx.config.venue;
  return BY_HAND.has(kind) && serviceDayOf(at, timeZone, dayRollHour) >= draft.state.day;
}

function isBuiltOn({ steps }: Party, step: PartyStep): boolean {
  const fields = Object.keys(step.was);
  return steps.some(
    ({ seq, was, isUndone, kind }) =>
      seq > step.seq &&
      !isUndone &&
      kind !== 'undo' &&
      Object.keys(was).some((field) => fields.includes(field)),
  );
}

function swapBack(draft: Draft, party: Party, step: PartyStep): null {
  const other = step.other === null ? undefined : draft.state.parties.get(step.other);
  const theirs = other?.steps.findLast(({ kind, other: with_ }) => kind === 'swap' && with_ === party.id);
  if (!other || !theirs || isBuiltOn(other, theirs))
    return refuse('superseded', 'The other party has been moved since.');
  swapTables(draft, partyOf(draft.state, party.id), other, [step.seq, theirs.seq]);
  return null;
}

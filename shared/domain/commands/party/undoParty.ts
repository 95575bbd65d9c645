import type { Party, PartyLive, PartyStep } from '../../model/party.ts';
import { hasFoodOnOrder } from '../../model/partyFood.ts';
import { isSeated } from '../../model/partyStates.ts';
import { isBuiltOn, isByHand, isOfShift } from '../../model/partySteps.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import { swapTables } from './actOnParty.ts';
import { setTables, settleOver } from './afterStep.ts';
import { partyMeant } from './findParty.ts';
import { refuseTaken } from './freeTables.ts';
import { stepParty } from './stepParty.ts';

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
  if (isSeated(party.live) && !sitsAgain && hasFoodOnOrder(draft.state, party))
    refuse('conflict', 'Food is ordered there. Move them instead.');
  const tables = back.tables ?? party.live.tables;
  if (sitsAgain) refuseTaken(draft.state, tables, party.id);
  stepParty(draft, party.id, 'undo', back, { undoes: step.seq });
  if (sitsAgain && !isSeated(party.live))
    setTables(draft, tables, (table) => ({ ...table, dirtySince: null }));
  settleOver(draft, party.id, party);
  return null;
}

function mayUndo(draft: Draft, step: PartyStep): boolean {
  return isByHand(step) && isOfShift(step, draft.state.day, draft.ctx.config.venue);
}

function swapBack(draft: Draft, party: Party, step: PartyStep): null {
  const other = step.other === null ? undefined : draft.state.parties.get(step.other);
  const theirs = other?.steps.findLast(({ kind, other: with_ }) => kind === 'swap' && with_ === party.id);
  if (!other || !theirs || isBuiltOn(other, theirs))
    return refuse('superseded', 'The other party has been moved since.');
  swapTables(draft, partyOf(draft.state, party.id), other, [step.seq, theirs.seq]);
  return null;
}

import type { HouseConfig } from '../../config/houseConfig.ts';
import { type JoinStep, joinedWith, type ServerStep, standingOf, type TableStep } from '../model/door.ts';
import type { Party, PartyStep } from '../model/party.ts';
import { hasFoodOnOrder } from '../model/partyFood.ts';
import { atTable } from '../model/partyPlaces.ts';
import { isSeated } from '../model/partyStates.ts';
import { isBuiltOn, isByHand, isOfShift } from '../model/partySteps.ts';
import type { State } from '../model/state.ts';
import { joinStepRefusal, serverStepRefusal, tableStepRefusal } from '../model/tableSteps.ts';

/** What a person did to a party this shift, and what stands against taking it back. */
export interface Doing {
  readonly party: Party;
  readonly step: PartyStep;
  /** Why the hub would not; null: it would. */
  readonly refusal: 'superseded' | 'food_ordered' | 'table_taken' | 'table_blocked' | null;
}

/** What a person said of a table, of several or of a server this shift, likewise. */
export interface HouseDoing {
  readonly step: TableStep | JoinStep | ServerStep;
  readonly refusal: Doing['refusal'];
}
export type ShiftDoing = Doing | HouseDoing;

/** Rules S58, S81 and S84: the list of the shift. */
export function shiftLines(state: State, config: HouseConfig): DoingLine[] {
  return doingLines(
    [...shiftDoings(state, config), ...houseDoings(state)].sort((a, b) => b.step.seq - a.step.seq),
  );
}

/** Steps of the shift before went with its day. */
function houseDoings(state: State): HouseDoing[] {
  const { tableSteps, joinSteps, serverSteps } = state.door;
  return [
    ...tableSteps.map((step) => ({ step, refusal: tableStepRefusal(state, step) })),
    ...joinSteps.map((step) => ({ step, refusal: joinStepRefusal(state, step) })),
    ...serverSteps.map((step) => ({ step, refusal: serverStepRefusal(state, step) })),
  ].filter(({ step }) => !step.isUndone);
}

/** Rule S58: newest first; what was taken back is not listed, and both sides of a swap are one doing. */
export function shiftDoings(state: State, config: HouseConfig): Doing[] {
  const doings: Doing[] = [];
  for (const party of state.parties.values())
    for (const step of party.steps)
      if (isDoing(state, config, party, step))
        doings.push({ party, step, refusal: undoRefusal(state, party, step) });
  return doings.sort((a, b) => b.step.seq - a.step.seq);
}

/** One line of the list: a doing, or all that one press did to several parties or tables. */
export interface DoingLine<D extends ShiftDoing = ShiftDoing> {
  /** The same for as long as anything of it is left. */
  readonly key: string;
  /** Newest first; never empty. */
  readonly doings: readonly [D, ...D[]];
  /** Those of them that the hub would take back. */
  readonly open: readonly D[];
}

/** Rule S81: in the order of their newest; what is left of a press once some of it was taken back is a line still. */
export function doingLines<D extends ShiftDoing>(doings: readonly D[]): DoingLine<D>[] {
  const lines = new Map<string, [D, ...D[]]>();
  for (const doing of doings) {
    const key = pressOf(doing) ?? String(doing.step.seq);
    const line = lines.get(key);
    if (line) line.push(doing);
    else lines.set(key, [doing]);
  }
  return [...lines].map(([key, line]) => ({
    key,
    doings: line,
    open: line.filter(({ refusal }) => refusal === null),
  }));
}

const pressOf = ({ step }: ShiftDoing) => ('press' in step ? step.press : undefined);

function isDoing(state: State, config: HouseConfig, party: Party, step: PartyStep): boolean {
  if (step.isUndone || !isByHand(step) || !isOfShift(step, state.day, config.venue)) return false;
  return step.kind !== 'swap' || !isSecondOfSwap(state, party, step);
}

/** The press named the other party first. */
function isSecondOfSwap(state: State, { id }: Party, { seq, other }: PartyStep): boolean {
  const first = other === null ? undefined : state.parties.get(other);
  return first?.steps.some((one) => one.kind === 'swap' && one.other === id && one.seq === seq - 1) ?? false;
}

/** As far as this screen knows; the hub decides. */
export function undoRefusal(state: State, party: Party, step: PartyStep): Doing['refusal'] {
  if (isBuiltOn(party, step)) return 'superseded';
  if (step.kind === 'swap') return null;
  const back = { ...party.live, ...step.was };
  if (isSeated(party.live) && !isSeated(back) && hasFoodOnOrder(state, party)) return 'food_ordered';
  if (!isSeated(back)) return null;
  for (const table of back.tables.flatMap((one) => joinedWith(state.door, one))) {
    const parties = (state.partyPlaces.get(atTable(table)) ?? []).flatMap(
      (id) => state.parties.get(id) ?? [],
    );
    if (parties.some(({ id, live }) => id !== party.id && isSeated(live))) return 'table_taken';
    if (standingOf(state.door, table).blocked !== null) return 'table_blocked';
  }
  return null;
}

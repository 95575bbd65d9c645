import { canonicalJson } from '../../lib/canonicalJson.ts';
import { standingOf, type TableStanding, type TableStep } from './door.ts';
import { atTable } from './partyPlaces.ts';
import { isSeated } from './partyStates.ts';
import type { State } from './state.ts';

/** What a press on a table changes of it: pushed together is another press. */
export function markedOf({ blocked, dirtySince }: TableStanding): TableStep['was'] {
  return { blocked, dirtySince };
}

/** Rule S84: what stands against taking it back; null: nothing. */
export function tableStepRefusal(state: State, step: TableStep): 'superseded' | 'table_taken' | null {
  const { table, seq, became, was } = step;
  const { tableSteps } = state.door;
  const isSaidAgain = tableSteps.some((one) => one.table === table && one.seq > seq && !one.isUndone);
  const is = markedOf(standingOf(state.door, table));
  if (isSaidAgain || canonicalJson(is) !== canonicalJson(became)) return 'superseded';
  const isFreeAgain = was.blocked === null && was.dirtySince === null;
  return !isFreeAgain && isSatAt(state, table) ? 'table_taken' : null;
}

function isSatAt({ partyPlaces, parties }: State, table: string): boolean {
  const there = (partyPlaces.get(atTable(table)) ?? []).flatMap((id) => parties.get(id) ?? []);
  return there.some(({ live }) => isSeated(live));
}

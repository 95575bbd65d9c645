import { canonicalJson } from '../../lib/canonicalJson.ts';
import {
  type JoinStep,
  type ServerStep,
  serverOf,
  standingOf,
  type TableStanding,
  type TableStep,
} from './door.ts';
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

/** Rule S84, of tables pushed together or apart: none of who sits there is parted from a table or given another. */
export function joinStepRefusal(state: State, step: JoinStep): 'superseded' | 'table_taken' | null {
  const { tables, seq, became, was, mark } = step;
  const isSaidAgain = state.door.joinSteps.some(
    (one) => one.seq > seq && !one.isUndone && one.tables.some((table) => tables.includes(table)),
  );
  const isOther = became.some(
    ({ table, joined }) => canonicalJson(standingOf(state.door, table).joined) !== canonicalJson(joined),
  );
  if (isSaidAgain || isOther) return 'superseded';
  if (mark === 'split') return tables.some((table) => isSatAt(state, table)) ? 'table_taken' : null;
  const isParted = [...state.parties.values()].some(
    ({ live }) =>
      isSeated(live) &&
      was.some(
        ({ table, joined }) =>
          live.tables.includes(table) &&
          live.tables.some((other) => other !== table && tables.includes(other) && !joined.includes(other)),
      ),
  );
  return isParted ? 'table_taken' : null;
}

/** Rule S84, of a server. */
export function serverStepRefusal({ door }: State, step: ServerStep): 'superseded' | null {
  const names = step.was.map(({ server }) => server);
  const isSaidAgain = door.serverSteps.some(
    ({ seq, isUndone, was }) =>
      seq > step.seq && !isUndone && was.some(({ server }) => names.includes(server)),
  );
  const isOther = step.became.some(
    (standing) => canonicalJson(serverOf(door, standing.server)) !== canonicalJson(standing),
  );
  return isSaidAgain || isOther ? 'superseded' : null;
}

function isSatAt({ partyPlaces, parties }: State, table: string): boolean {
  const there = (partyPlaces.get(atTable(table)) ?? []).flatMap((id) => parties.get(id) ?? []);
  return there.some(({ live }) => isSeated(live));
}

import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { joinedWith, standingOf } from '../../../../shared/domain/model/door.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import { atTable } from '../../../../shared/domain/model/partyPlaces.ts';
import { isSeated } from '../../../../shared/domain/model/partyStates.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { PartyId } from '../../../../shared/lib/ids.ts';

/** What tables are picked for: a party's seat, where it goes instead, whom it changes places with, what is pushed together. */
export type PickPurpose = 'seat' | 'move' | 'swap' | 'combine';

export interface Picking {
  readonly purpose: PickPurpose;
  /** null: tables are pushed together, whoever sits there. */
  readonly party: PartyId | null;
  readonly tables: readonly string[];
}

/** How a table stands to what is picked: lit when it may be picked. */
export type PickMark = 'free' | 'dirty' | 'taken' | 'blocked' | 'own';

export interface PickTable {
  readonly table: string;
  readonly room: string;
  readonly seats: number;
  readonly mark: PickMark;
  /** Who sits there. */
  readonly party: PartyId | null;
  readonly isPicked: boolean;
  readonly mayPick: boolean;
}

/** Every table of the plan, in its order. */
export function pickTables(state: State, { floor }: HouseConfig, picking: Picking): PickTable[] {
  return floor.tables.map(({ id: table, room, seats }) => {
    const sitting = sittingAt(state, table);
    const mark = markOf(state, picking, table, sitting);
    return {
      table,
      room,
      seats,
      mark,
      party: sitting?.id ?? null,
      isPicked: picking.tables.includes(table),
      mayPick: mayPick(picking, mark),
    };
  });
}

function markOf(state: State, { party }: Picking, table: string, sitting: Party | null): PickMark {
  if (sitting !== null) return sitting.id === party ? 'own' : 'taken';
  const { blocked, dirtySince } = standingOf(state.door, table);
  if (blocked !== null) return 'blocked';
  return dirtySince === null ? 'free' : 'dirty';
}

function mayPick({ purpose }: Picking, mark: PickMark): boolean {
  switch (purpose) {
    case 'seat':
      return mark === 'free' || mark === 'dirty';
    case 'move':
      return mark !== 'taken' && mark !== 'blocked';
    case 'swap':
      return mark === 'taken';
    case 'combine':
      return mark !== 'blocked';
    default:
      return purpose satisfies never;
  }
}

/** Picked or not any more, with all that stand together with it. Of a swap there is one other. */
export function withPicked(state: State, picking: Picking, table: string): Picking {
  const whole = joinedWith(state.door, table);
  if (picking.tables.includes(table))
    return { ...picking, tables: picking.tables.filter((one) => !whole.includes(one)) };
  if (picking.purpose === 'swap') {
    const there = sittingAt(state, table);
    return { ...picking, tables: there?.live.tables ?? [] };
  }
  return { ...picking, tables: [...new Set([...picking.tables, ...whole])] };
}

/** Why it may not be pressed yet; null: it may. */
export function pickProblem(state: State, picking: Picking): 'none' | 'one' | 'two_parties' | null {
  const { purpose, tables } = picking;
  if (tables.length === 0) return 'none';
  if (purpose !== 'combine') return null;
  if (tables.length < 2) return 'one';
  const sitting = new Set(tables.flatMap((table) => sittingAt(state, table)?.id ?? []));
  return sitting.size > 1 ? 'two_parties' : null;
}

/** What is pressed for good; null: nothing is picked. SEAT is asked about first and is no press of this. */
export function pickCommand(state: State, picking: Picking, seen: number): ScreenCommand | null {
  const { purpose, party, tables } = picking;
  const [first] = tables;
  if (first === undefined) return null;
  if (purpose === 'combine') return { type: 'table.combine', tables: [...tables] };
  if (party === null) return null;
  if (purpose === 'swap') {
    const other = sittingAt(state, first);
    return other === null ? null : { type: 'party.swap', party, other: other.id, seen };
  }
  return purpose === 'move' ? { type: 'party.move', party, tables: [...tables], seen } : null;
}

export function sittingAt(state: State, table: string): Party | null {
  const parties = (state.partyPlaces.get(atTable(table)) ?? []).flatMap((id) => state.parties.get(id) ?? []);
  return parties.find(({ live }) => isSeated(live)) ?? null;
}

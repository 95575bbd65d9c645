import type { PartyId } from '../../lib/ids.ts';
import type { ScreenCommand } from '../commands/command.ts';
import type { Party } from '../model/party.ts';
import { atTable } from '../model/partyPlaces.ts';
import { isOver, isSeated } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';

/** What stands now where a press was not done: rule S78. */
export interface ConflictView {
  /** Whom it was about; null: nobody, or they are in tonight's book no more. */
  readonly party: Party | null;
  readonly isPartyGone: boolean;
  /** The tables it wanted, and who sits there now. */
  readonly tables: ReadonlyArray<{ readonly table: string; readonly by: Party | null }>;
  /** They still wait for a table: another may be found. */
  readonly mayBeSeated: boolean;
}

export function conflictView(state: State, command: ScreenCommand): ConflictView {
  const id = partyMeant(command);
  const party = id === null ? null : (state.parties.get(id) ?? null);
  const wanted = tablesMeant(command);
  const tables = wanted.map((table) => ({ table, by: sitterAt(state, table) }));
  const wantsTable = command.type === 'party.seat' || command.type === 'party.move';
  const mayBeSeated = wantsTable && party !== null && !isSeated(party.live) && !isOver(party.live);
  return { party, isPartyGone: id !== null && party === null, tables, mayBeSeated };
}

function partyMeant(command: ScreenCommand): PartyId | null {
  return 'party' in command ? command.party : null;
}

function tablesMeant(command: ScreenCommand): readonly string[] {
  switch (command.type) {
    case 'party.seat':
    case 'party.move':
    case 'party.add':
      return command.tables;
    case 'table.mark':
      return [command.table];
    default:
      return [];
  }
}

function sitterAt({ partyPlaces, parties }: State, table: string): Party | null {
  const there = (partyPlaces.get(atTable(table)) ?? []).flatMap((id) => parties.get(id) ?? []);
  return there.find(({ live }) => isSeated(live)) ?? null;
}

/** Refused for being late or for want of the hub alone: the same press may be made anew on the glass as it is now. */
export function maybePressedAgain(code: string): boolean {
  return code === 'too_late' || code === 'unavailable';
}

export function pressedNow(command: ScreenCommand, seen: number): ScreenCommand {
  return 'seen' in command ? { ...command, seen } : command;
}

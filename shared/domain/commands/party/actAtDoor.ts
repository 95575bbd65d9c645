import type { TicketId } from '../../../lib/ids.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { actPlainly, arrive, clearCourse, move, seat, swap } from './actOnParty.ts';
import { combineTables, markTable, openDue, splitTable, undoAtTable } from './doorTables.ts';
import { lateParty } from './dueParties.ts';
import { addParty, editParty, withdrawFromParty } from './keyParty.ts';
import { matchParty } from './meetParty.ts';
import { assignServer, cutServer, relieveServer, undoServer } from './servers.ts';
import { strikeNote, writeNote } from './shiftNotes.ts';
import { answerStanding } from './standing.ts';
import { undoStep } from './undoParty.ts';

/** Whatever is asked at the door, puts apart. */
export type DoorCommand = CommandOf<
  | 'party.add'
  | 'party.edit'
  | 'party.confirm'
  | 'party.arrive'
  | 'party.notify'
  | 'party.seat'
  | 'party.unseat'
  | 'party.move'
  | 'party.swap'
  | 'party.clear'
  | 'party.leave'
  | 'party.finish'
  | 'party.cancel'
  | 'party.noShow'
  | 'party.undo'
  | 'party.match'
  | 'party.withdraw'
  | 'party.standing'
  | 'party.lateDue'
  | 'table.combine'
  | 'table.split'
  | 'table.mark'
  | 'table.undo'
  | 'table.openDue'
  | 'server.assign'
  | 'server.relieve'
  | 'server.cut'
  | 'server.undo'
  | 'shiftNote.write'
  | 'shiftNote.strike'
>;

export function actAtDoor(draft: Draft, command: DoorCommand): TicketId | null {
  switch (command.type) {
    case 'party.add':
      return addParty(draft, command);
    case 'party.edit':
      return editParty(draft, command);
    case 'party.confirm':
    case 'party.notify':
    case 'party.leave':
    case 'party.finish':
    case 'party.cancel':
    case 'party.noShow':
    case 'party.unseat':
      return actPlainly(draft, command);
    case 'party.arrive':
      return arrive(draft, command);
    case 'party.seat':
      return seat(draft, command);
    case 'party.move':
      return move(draft, command);
    case 'party.swap':
      return swap(draft, command);
    case 'party.clear':
      return clearCourse(draft, command);
    case 'party.undo':
      return undoStep(draft, command);
    case 'party.match':
      return matchParty(draft, command);
    case 'party.withdraw':
      return withdrawFromParty(draft, command);
    case 'party.standing':
      return answerStanding(draft, command);
    case 'party.lateDue':
      return lateParty(draft, command);
    case 'table.combine':
      return combineTables(draft, command);
    case 'table.split':
      return splitTable(draft, command);
    case 'table.mark':
      return markTable(draft, command);
    case 'table.undo':
      return undoAtTable(draft, command);
    case 'table.openDue':
      return openDue(draft, command);
    case 'server.assign':
      return assignServer(draft, command);
    case 'server.relieve':
      return relieveServer(draft, command);
    case 'server.cut':
      return cutServer(draft, command);
    case 'server.undo':
      return undoServer(draft, command);
    case 'shiftNote.write':
      return writeNote(draft, command);
    case 'shiftNote.strike':
      return strikeNote(draft, command);
    default:
      return command satisfies never;
  }
}

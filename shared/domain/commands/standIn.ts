import { NO_STATION, type StationId } from '../../lib/ids.ts';
import type { CommandOf, ScreenCommand } from './command.ts';

/** What a station may press for another that is down. Hearing an allergy is not among them: that is the word of who cooks there. */
const STAND_INS = [
  'item.start',
  'item.bump',
  'ticket.bump',
  'item.recall',
  'ticket.hear',
  'changes.see',
  'station.answer',
] as const;
type StandIn = CommandOf<(typeof STAND_INS)[number]>;

export function mayStandIn(command: ScreenCommand): command is StandIn {
  return STAND_INS.some((type) => type === command.type);
}

/** The press as a screen of `own` sends it: on another station's ticket it says that it stands in. `own` null: expo. */
export function asPressedAt(own: StationId | null, command: ScreenCommand): ScreenCommand {
  if (own === null || !mayStandIn(command)) return command;
  const { station } = command;
  const isOwn = station === null || station === own || station === NO_STATION;
  return isOwn ? command : { ...command, asNeighbour: true };
}

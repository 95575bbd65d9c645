import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { standingOf, type TableStanding } from '../../../../shared/domain/model/door.ts';
import type { StepKind } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';

/** A press of this screen, and what it met where a party's own steps do not keep that. */
export interface Noted {
  readonly command: ScreenCommand;
  /** Log number on the glass. */
  readonly seq: number;
  /** Hub time. */
  readonly at: number;
  readonly tables: readonly TableStanding[];
  readonly isAway: boolean;
  /** The same on all that one press said of several; null: of one. */
  readonly press: string | null;
}

/** Presses one can take back are few in hand: the rest stands in the list of the shift. One of several counts once. */
const MOST_NOTED = 30;

export function noteOf(
  command: ScreenCommand,
  { seq, door, holds }: State,
  at: number,
  press: string | null = null,
): Noted {
  const tables = tablesIn(command);
  const [first] = tables;
  return {
    command,
    seq,
    at,
    tables: tables.map((table) => standingOf(door, table)),
    isAway: first !== undefined && holds[first] !== undefined,
    press,
  };
}

function tablesIn(command: ScreenCommand): readonly string[] {
  if ('tables' in command) return command.tables;
  return 'table' in command && command.table !== null ? [command.table] : [];
}

export function withNoted(all: readonly Noted[], one: Noted): readonly Noted[] {
  if (!KNOWN.has(one.command.type)) return all;
  const noted = [...all, one];
  const presses = [...new Set(noted.map(pressOf))].slice(-MOST_NOTED);
  return noted.filter((other) => presses.includes(pressOf(other)));
}

/** All that one press said has the same. */
export const pressOf = (noted: Noted): string | Noted => noted.press ?? noted;

/** How the steps of a party call what was pressed. */
export const STEPS: Partial<Record<ScreenCommand['type'], StepKind>> = {
  'party.edit': 'edit',
  'party.confirm': 'confirm',
  'party.arrive': 'arrive',
  'party.notify': 'notify',
  'party.seat': 'seat',
  'party.unseat': 'unseat',
  'party.move': 'move',
  'party.swap': 'swap',
  'party.leave': 'leave',
  'party.finish': 'finish',
  'party.cancel': 'cancel',
  'party.noShow': 'no_show',
  'party.clear': 'clear',
};
const OTHERS: readonly ScreenCommand['type'][] = [
  'table.mark',
  'table.combine',
  'table.split',
  'table.hold',
  'table.resume',
  'server.assign',
  'server.relieve',
  'server.cut',
];
const KNOWN: ReadonlySet<string> = new Set([...Object.keys(STEPS), ...OTHERS]);

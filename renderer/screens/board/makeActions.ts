import { buildCardOf } from '../../../shared/config/buildCard.ts';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import { COMMAND_RULES } from '../../../shared/domain/commands/commandRules.ts';
import { asPressedAt } from '../../../shared/domain/commands/standIn.ts';
import type { CheckedPlate } from '../../../shared/domain/model/food.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { StationId, TicketId } from '../../../shared/lib/ids.ts';
import type { Settled } from '../../../shared/protocol/screenMessages.ts';
import type { ScreenPort } from '../../app/screenPort.ts';
import type { Down } from '../../ui/press/PressWatch.ts';
import { mayPick, type Picks } from '../expo/picks.ts';
import { progressOf } from '../expo/progress.ts';
import type { RunUndo } from '../expo/RunUndo.ts';
import { isAskedFirst, runCourse, runSome, undoRun } from '../expo/runCommands.ts';
import { runLines } from '../expo/runLines.ts';
import type { BoardModel } from './BoardModel.ts';
import type { BoardActions } from './boardActions.ts';
import { dishRefusal } from './pressJudge.ts';
import {
  answerConflict,
  answerHowLong,
  answerQuestion,
  answerStop,
  bumpTicket,
  countMore,
  hearAllergies,
  hearTicket,
  pressDish,
  seeNote,
  undoBump,
} from './tileCommands.ts';
import { tileKey } from './tileKey.ts';
import type { Refuse } from './useRefusals.ts';

export interface ActionParts {
  readonly port: ScreenPort;
  readonly model: BoardModel;
  /** Expo makes nothing ready. */
  readonly isExpo: boolean;
  /** Which station this board is; null: expo. */
  readonly own: StationId | null;
  readonly picks: Picks;
  readonly runs: RunUndo;
  readonly steps: 2 | 3;
  readonly canAnswer: boolean;
  readonly canRun: boolean;
  readonly refuse: Refuse;
  /** Expo: the open tile. */
  readonly openTable: (ticket: TicketId) => void;
  readonly openCard: (line: LineView) => void;
  /** Expo: the plates of an allergy among these lines, to be looked at before they go. */
  readonly openPlates: (tile: TileView, course: number, lines: readonly LineView[], anyway: boolean) => void;
}

/** Makes a press of this moment and gives the way to send it, or to say why it is not sent: what must not be late is not without a connection. */
function preparer({ port, refuse }: Pick<ActionParts, 'port' | 'refuse'>) {
  return (
    ticket: string | null,
    command: ScreenCommand,
    onRefused?: () => void,
    onDone?: (settled: Settled) => void,
  ): (() => void) => {
    if (port.get().link === 'lost' && COMMAND_RULES[command.type].offline === 'refuse')
      return () => refuse(ticket, 'refusal.offline');
    const send = port.prepare(command);
    return () =>
      void send().then((settled) => {
        if (settled.state !== 'refused') {
          onDone?.(settled);
          return;
        }
        onRefused?.();
        refuse(ticket, `rejection.${settled.code}`);
      });
  };
}

/** Sends a press, or says why it does not. */
export function sender(parts: Pick<ActionParts, 'port' | 'refuse'>) {
  const prepare = preparer(parts);
  return (...press: Parameters<typeof prepare>) => prepare(...press)();
}

export function makeActions(parts: ActionParts): BoardActions {
  const { port, model, own, picks, runs, isExpo, steps, canAnswer, canRun, refuse } = parts;
  const make = preparer(parts);
  const prepare = (ticket: string | null, command: ScreenCommand, onRefused?: () => void) =>
    make(ticket, asPressedAt(own, command), onRefused);
  const send = (...press: Parameters<typeof prepare>) => prepare(...press)();
  /** The press as it was meant, unless the tile moved or changed under the hand. */
  const guarded = (tile: TileView, down: Down, isBump: boolean, act: () => void) => {
    const reason = model.judge(tileKey(tile), isBump, down.at);
    if (reason === null) act();
    else refuse(tileKey(tile), `refusal.${reason}`);
  };
  const at = (tile: TileView, down: Down) => (isExpo ? null : { station: tile.station, seen: down.seen });
  const sendOne = (tile: TileView, command: ScreenCommand | null) => {
    if (command) send(tileKey(tile), command);
  };
  const makeReady = (tile: TileView, command: ScreenCommand | null) => {
    if (command?.type === 'item.bump') model.mayLeave(tile);
    sendOne(tile, command);
  };
  const pick = (tile: TileView, lines: readonly LineView[], down: Down) => {
    const { course } = progressOf(tile);
    const food = lines.filter((line) => mayPick(line, course));
    if (canRun && food.length > 0) guarded(tile, down, false, () => picks.toggle(tile, food));
  };
  const sendAll = (tile: TileView, commands: readonly ScreenCommand[]) => {
    for (const command of commands) send(tileKey(tile), command);
  };

  const sendOut = (
    tile: TileView,
    course: number,
    lines: readonly LineView[],
    anyway: boolean,
    plates: readonly CheckedPlate[],
    seen: number,
  ) => {
    model.mayLeave(tile);
    picks.clear(tile);
    runs.offer(tileKey(tile), undoRun(tile, lines));
    send(tileKey(tile), runCourse(tile, lines, course, anyway, seen, plates), () => runs.take(tileKey(tile)));
  };

  /** Plates of one line that stand there, and no more of it. */
  const sendSome = (tile: TileView, line: LineView, by: number, down: Down) => {
    const command = runSome(tile, line, by, down.seen);
    if (!canRun || command === null) return;
    guarded(tile, down, true, () => {
      if (isAskedFirst(tile, [line])) {
        parts.openPlates(tile, line.course, [line], false);
        return;
      }
      model.mayLeave(tile);
      runs.offer(tileKey(tile), undoRun(tile, [line]));
      send(tileKey(tile), command, () => runs.take(tileKey(tile)));
    });
  };

  return {
    kind: isExpo ? 'expo' : 'station',
    own,
    canAnswer,
    canRun,
    picks,
    runs,
    pick,
    header: (tile, down) => {
      const seen = at(tile, down);
      if (!seen) parts.openTable(tile.ticketId);
      else if (tile.clock !== null || tile.waitsFor !== undefined)
        guarded(tile, down, false, () => sendOne(tile, hearTicket(tile, seen)));
    },
    dish: (tile, line, down) => {
      const seen = at(tile, down);
      if (!seen) {
        pick(tile, [line], down);
        return;
      }
      guarded(tile, down, false, () => {
        const refusal = dishRefusal(line);
        if (refusal !== null) refuse(tileKey(tile), refusal);
        else makeReady(tile, pressDish(tile, line, steps, seen));
      });
    },
    card: (line) => (buildCardOf(port.get().config, line.dishRef) ? () => parts.openCard(line) : null),
    count: (tile, line, by, down) => {
      const seen = at(tile, down);
      if (!seen) {
        sendSome(tile, line, by, down);
        return;
      }
      guarded(tile, down, false, () => {
        const refusal = dishRefusal(line);
        if (refusal !== null) refuse(tileKey(tile), refusal);
        else makeReady(tile, countMore(tile, line, by, seen) ?? pressDish(tile, line, steps, seen));
      });
    },
    bump: (tile, down) => {
      const seen = at(tile, down);
      if (!seen) return;
      guarded(tile, down, true, () => {
        if (tile.place.kind === 'bump' && tile.place.blockedBy !== null) {
          refuse(tileKey(tile), `refusal.${tile.place.blockedBy}`);
          return;
        }
        const command = bumpTicket(tile, seen);
        if (!command) return;
        const say = prepare(tileKey(tile), command, () => model.bringBack(tileKey(tile)));
        model.bump(tile);
        model.onceShown(say);
      });
    },
    hear: (tile, down) => {
      const seen = at(tile, down);
      if (seen) guarded(tile, down, true, () => sendOne(tile, hearAllergies(tile, seen)));
    },
    undo: (id, down) => {
      const reason = model.judgeUndo(id, down.at) ?? runs.judge(id, down.at);
      if (reason !== null) {
        refuse(id, `refusal.${reason}`);
        return;
      }
      const run = runs.take(id);
      if (run) send(id, { ...run, seen: port.get().seq });
      const tile = model.bumpedTile(id);
      if (!tile) return;
      if (run) {
        model.bringBack(id);
        return;
      }
      sendOne(tile, undoBump(tile, { station: tile.station, seen: port.get().seq }));
      model.bringBack(id);
    },
    answerConflict: (tile, line, allergy, answer, down) =>
      guarded(tile, down, false, () => sendAll(tile, answerConflict(tile, line, allergy, answer, down.seen))),
    answerStop: (tile, line, answer, down) =>
      guarded(tile, down, false, () => sendAll(tile, answerStop(tile, line, answer, down.seen))),
    answerPossible: (tile, question, answer, down) =>
      guarded(tile, down, false, () =>
        sendOne(tile, {
          type: 'possible.answer',
          ticket: tile.ticketId,
          question,
          answer,
          seen: down.seen,
        }),
      ),
    answerQuestion: (tile, question, answer, down) =>
      guarded(tile, down, false, () => sendOne(tile, answerQuestion(tile, question, answer))),
    answerHowLong: (tile, minutes, down) =>
      guarded(tile, down, false, () => sendOne(tile, answerHowLong(tile, minutes))),
    seeNote: (tile, note, down) =>
      guarded(tile, down, false, () => sendOne(tile, seeNote(tile, note, down.seen))),
    askStation: (tile, station, down) =>
      guarded(tile, down, false, () =>
        sendOne(tile, { type: 'station.ask', ticket: tile.ticketId, at: station }),
      ),
    hands: (tile, course, isOn, down) =>
      guarded(tile, down, false, () =>
        sendOne(tile, { type: 'hands.call', ticket: tile.ticketId, course, isOn }),
      ),
    fire: (tile, course, down) =>
      guarded(tile, down, false, () =>
        sendOne(tile, { type: 'course.fire', ticket: tile.ticketId, course, seen: down.seen }),
      ),
    hold: (tile, course, down) =>
      guarded(tile, down, false, () =>
        sendOne(tile, { type: 'course.hold', ticket: tile.ticketId, course, seen: down.seen }),
      ),
    run: (tile, course, anyway, down) =>
      guarded(tile, down, true, () => {
        const reason = runs.judge(tileKey(tile), down.at);
        if (reason !== null) {
          refuse(tileKey(tile), `refusal.${reason}`);
          return;
        }
        const lines = runLines(tile, course, picks.of(tile));
        if (isAskedFirst(tile, lines)) parts.openPlates(tile, course, lines, anyway);
        else sendOut(tile, course, lines, anyway, [], down.seen);
      }),
    runChecked: (tile, course, lines, anyway, plates, down) =>
      sendOut(tile, course, lines, anyway, plates, down.seen),
  };
}

import { createContext, useContext } from 'react';
import type { CheckedPlate, ConflictAnswer } from '../../../shared/domain/model/food.ts';
import type { LineView, QuestionView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { AllergyKey, StationId } from '../../../shared/lib/ids.ts';
import type { Down } from '../../ui/press/PressWatch.ts';
import type { Picks } from '../expo/picks.ts';
import type { RunUndo } from '../expo/RunUndo.ts';

/** What a tile's presses do. The same object while the screen stands. */
export interface BoardActions {
  readonly kind: 'station' | 'expo';
  /** Which station this board is; null: expo, or a tile that is only looked at. */
  readonly own: StationId | null;
  /** Expo; or any station while the house has no pass. */
  readonly canAnswer: boolean;
  readonly canRun: boolean;
  /** Expo: lines picked to go first; runs that may still be undone. */
  readonly picks: Picks;
  readonly runs: RunUndo;
  readonly header: (tile: TileView, down: Down) => void;
  readonly dish: (tile: TileView, line: LineView, down: Down) => void;
  /** What a finger that stays on a dish opens: its build card. null: the menu has none, and the press is a press however long it lies. */
  readonly card: (line: LineView) => (() => void) | null;
  /** One more, or so many: ready at a station, out at the pass. */
  readonly count: (tile: TileView, line: LineView, by: number, down: Down) => void;
  readonly bump: (tile: TileView, down: Down) => void;
  readonly hear: (tile: TileView, down: Down) => void;
  readonly undo: (id: string, down: Down) => void;
  readonly answerConflict: (
    tile: TileView,
    line: LineView,
    allergy: AllergyKey,
    answer: ConflictAnswer,
    down: Down,
  ) => void;
  readonly answerStop: (tile: TileView, line: LineView, answer: 'carry_on' | 'refire', down: Down) => void;
  /** YES, ALLERGY or NO, TASTE. */
  readonly answerPossible: (
    tile: TileView,
    question: string,
    answer: 'allergy' | 'taste',
    down: Down,
  ) => void;
  readonly answerQuestion: (
    tile: TileView,
    question: QuestionView,
    answer: 'same' | 'new',
    down: Down,
  ) => void;
  /** A station: its answer to HOW LONG?, and that expo's note was read. */
  readonly answerHowLong: (tile: TileView, minutes: number, down: Down) => void;
  readonly seeNote: (tile: TileView, note: string, down: Down) => void;
  /** Expo: HOW LONG? */
  readonly askStation: (tile: TileView, station: StationId, down: Down) => void;
  /** Expo: a runner for the plates of this course, or no longer. */
  readonly hands: (tile: TileView, course: number, isOn: boolean, down: Down) => void;
  /** Expo: picks lines to go first, or lets go of them. */
  readonly pick: (tile: TileView, lines: readonly LineView[], down: Down) => void;
  readonly fire: (tile: TileView, course: number, down: Down) => void;
  readonly hold: (tile: TileView, course: number, down: Down) => void;
  readonly run: (tile: TileView, course: number, anyway: boolean, down: Down) => void;
  /** ALLERGY PLATES CHECKED: these lines go out, with the plates that were looked at. */
  readonly runChecked: (
    tile: TileView,
    course: number,
    lines: readonly LineView[],
    anyway: boolean,
    plates: readonly CheckedPlate[],
    down: Down,
  ) => void;
}

const ActionsContext = createContext<BoardActions | null>(null);
export const ActionsProvider = ActionsContext.Provider;

export function useActions(): BoardActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('a tile stands outside its board');
  return actions;
}

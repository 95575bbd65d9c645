import { handClock } from '../../../ui/handClock.ts';
import { Picks } from '../../expo/picks.ts';
import { RunUndo } from '../../expo/RunUndo.ts';
import type { BoardActions } from '../boardActions.ts';

const nothing = () => undefined;

/** A tile under review: it looks as on the board, and no press on it does anything. */
export const looksOnly: BoardActions = {
  kind: 'station',
  own: null,
  canAnswer: false,
  canRun: false,
  picks: new Picks(),
  runs: new RunUndo(handClock),
  pick: nothing,
  header: nothing,
  dish: nothing,
  card: () => null,
  count: nothing,
  bump: nothing,
  hear: nothing,
  undo: nothing,
  answerConflict: nothing,
  answerStop: nothing,
  answerPossible: nothing,
  answerQuestion: nothing,
  answerHowLong: nothing,
  seeNote: nothing,
  askStation: nothing,
  hands: nothing,
  fire: nothing,
  hold: nothing,
  run: nothing,
  runChecked: nothing,
};

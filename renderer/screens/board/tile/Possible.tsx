import type { PossibleView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import { PossibleAsked } from './PossibleAsked.tsx';

/** As asked on a tile. */
export function Possible({ tile, possible }: { tile: TileView; possible: PossibleView }) {
  const actions = useActions();
  return (
    <PossibleAsked
      possible={possible}
      zone={tileKey(tile)}
      onAnswer={
        actions.canAnswer ? (answer, down) => actions.answerPossible(tile, possible.id, answer, down) : null
      }
    />
  );
}

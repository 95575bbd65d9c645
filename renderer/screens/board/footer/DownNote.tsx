import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import type { BoardPicture } from '../BoardModel.ts';
import { useActions } from '../boardActions.ts';
import css from './AlertLine.module.css';

/** Stations that are down and have food on this board, with who shows it: at expo all of them, else those whose tickets stand here. */
export function useDownHere({ board }: BoardPicture) {
  const { own } = useActions();
  const down = usePicture((picture) => picture.down);
  return down.filter(
    ({ station, shownAt }) =>
      (own === null || shownAt === own) && board.tiles.some((tile) => hasFoodOf(tile, station)),
  );
}

function hasFoodOf(tile: TileView, station: TileView['station']): boolean {
  if (tile.station === station) return true;
  return tile.lines.some(({ parts }) =>
    parts.some((part) => part.station === station && part.state !== 'ready'),
  );
}

export function DownNote({ down }: { down: ReturnType<typeof useDownHere> }) {
  const { t, stationName } = useSpeech();
  const { own } = useActions();
  const words = down.map(({ station, shownAt }) => {
    const values = { station: stationName(station), at: shownAt === null ? '' : stationName(shownAt) };
    return t(shownAt === null ? 'down.nowhere' : shownAt === own ? 'down.here' : 'down.at', values);
  });
  return (
    <p className={css.down} role="alert" data-testid="alert">
      <Shape name="tear" /> {words.join(' ')}
    </p>
  );
}

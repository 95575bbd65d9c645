import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { NO_STATION } from '../../../../shared/lib/ids.ts';
import { useSpeech } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { useActions } from '../boardActions.ts';
import css from './DownMark.module.css';

/** The station that is down and whose ticket this is here; null: this place's own. */
export function useDownStation(tile: TileView): TileView['station'] | null {
  const { own } = useActions();
  return own === null || tile.station === own || tile.station === NO_STATION ? null : tile.station;
}

/** `FRY is down: its ticket`. On every part, because each may be the only one in sight. */
export function DownMark({ tile }: { tile: TileView }) {
  const { t, stationName } = useSpeech();
  const station = useDownStation(tile);
  if (station === null) return null;
  return (
    <p className={css.mark} data-testid="down-mark">
      <Shape name="tear" /> {t('down.mark', { station: stationName(station) })}
    </p>
  );
}

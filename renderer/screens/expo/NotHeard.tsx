import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { usePicture } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { Shape } from '../../ui/Shape.tsx';
import { useTick } from '../../ui/useTick.ts';
import { notHeardBy } from './progress.ts';
import css from './RunPlace.module.css';

const SECOND_MS = 1000;

/** Hearing is never demanded at a station; here it is said that nobody has. */
export function NotHeard({ tile }: { tile: TileView }) {
  const { t, stationName } = useSpeech();
  const seconds = usePicture(({ config }) => config.thresholds.notHeardSeconds);
  const stations = useTick((now) =>
    notHeardBy(tile, now, seconds * SECOND_MS)
      .map(stationName)
      .join(', '),
  );
  if (stations === '') return null;
  return (
    <p className={css.notHeard} data-testid="not-heard">
      <Shape name="soon" /> {t('expo.notHeard90', { stations })}
    </p>
  );
}

import { memo } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { Down } from '../../ui/press/PressWatch.ts';
import { useActions } from '../board/boardActions.ts';
import { courseName } from '../board/tile/CourseStrip.tsx';
import { tileKey } from '../board/tileKey.ts';
import { progressOf } from './progress.ts';
import css from './RunPlace.module.css';
import { useArmed } from './useArmed.ts';

/** How far the table is, and with a pass the press that sends it out. */
export const RunPlace = memo(function RunPlace({ tile }: { tile: TileView }) {
  const speech = useSpeech();
  const { t, stationName } = speech;
  const actions = useActions();
  const [isArmed, arm] = useArmed();
  const { course, all, ready, waitingOn } = progressOf(tile);
  const stations = waitingOn.map(stationName).join(', ');
  const isReady = all > 0 && ready === all;
  const courseView = tile.courses.find(({ number }) => number === course);
  const name = courseView ? courseName(courseView, speech) : '';
  const press = (down: Down) => {
    if (course === null) return;
    if (isReady || isArmed) actions.run(tile, course, !isReady, down);
    else arm();
  };
  return (
    <div className={css.foot}>
      <p className={cls(css.progress, isReady && css.ready)}>
        {all === 0
          ? t('expo.nothingFired')
          : isReady
            ? t('expo.allReady')
            : t('expo.progress', { ready, all })}
        {stations !== '' && <b>{t('expo.waitingOn', { stations })}</b>}
      </p>
      {actions.canRun && course !== null && (
        <Press
          zone={tileKey(tile)}
          testId="bump"
          className={cls(css.run, isReady && css.runReady, isArmed && css.anyway)}
          act={press}
        >
          {isArmed && !isReady
            ? t('expo.runAnyway', { stations })
            : t('expo.run', { course: `${name} ${tile.title}` })}
        </Press>
      )}
    </div>
  );
});

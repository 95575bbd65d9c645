import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { usePicture } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { minutesText } from '../../ui/fireClock.ts';
import { Shape } from '../../ui/Shape.tsx';
import { useTick } from '../../ui/useTick.ts';
import css from './PassClock.module.css';
import { passSince } from './progress.ts';

const MINUTE_MS = 60_000;

/** How long the first ready plate has stood at the pass. */
export function PassClock({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const limits = usePicture(({ config }) => config.thresholds.passClock);
  const since = passSince(tile);
  const text = useTick((now) => (since === null ? '' : minutesText(now - since)));
  const level = useTick((now) => {
    if (since === null || now - since < limits.soon * MINUTE_MS) return 'ok';
    return now - since < limits.late * MINUTE_MS ? 'soon' : 'late';
  });
  if (since === null) return null;
  return (
    <span className={cls(css.clock, css[level])} data-testid="pass-clock" data-level={level}>
      {t('expo.pass')} <b>{text}</b>
      {level !== 'ok' && (
        <>
          {' '}
          <Shape name={level} /> {t(`state.${level}`)}
        </>
      )}
    </span>
  );
}

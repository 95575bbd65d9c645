import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { minutesText } from '../../ui/fireClock.ts';
import { Press } from '../../ui/press/Press.tsx';
import { useTick } from '../../ui/useTick.ts';
import { useActions } from '../board/boardActions.ts';
import { tileKey } from '../board/tileKey.ts';
import { passSince } from './progress.ts';
import css from './RunPlace.module.css';

/** Calls a runner for the plates that stand there; a second press takes the call back. It says how long nobody has come. */
export function Hands({ tile, course }: { tile: TileView; course: number | null }) {
  const { t } = useSpeech();
  const actions = useActions();
  const { hands } = tile;
  const since = hands?.calledAt ?? null;
  const text = useTick((now) => (since === null ? '' : minutesText(Math.max(0, now - since))));
  const of = hands?.course ?? course;
  if (of === null || (hands === undefined && passSince(tile) === null)) return null;
  return (
    <Press
      zone={tileKey(tile)}
      testId="hands"
      className={cls(css.hands, hands !== undefined && css.called)}
      hint={t('pass.handsHint', { title: tile.title })}
      act={(down) => actions.hands(tile, of, hands === undefined, down)}
    >
      {hands === undefined ? t('pass.hands') : t('pass.handsFor', { time: text })}
    </Press>
  );
}

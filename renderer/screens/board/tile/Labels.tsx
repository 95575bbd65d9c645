import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import css from './Labels.module.css';

/** Filled, with words: what must be known of the whole ticket before its food. */
export function Labels({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const isRush = tile.rushAt !== null;
  if (!isRush && !tile.isOnTheFly && !tile.head.vip && tile.head.occasion === null) return null;
  return (
    <p className={css.labels}>
      {isRush && (
        <span className={cls(css.label, css.rush)}>
          <Shape name="rush" /> {t('tile.rush')}
        </span>
      )}
      {tile.isOnTheFly && <span className={cls(css.label, css.rush)}>{t('tile.onTheFly')}</span>}
      {tile.head.vip && <span className={cls(css.label, css.vip)}>{t('tile.vip')}</span>}
      {tile.head.occasion !== null && <span className={cls(css.label, css.vip)}>{tile.head.occasion}</span>}
    </p>
  );
}

import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { BoardPicture } from '../BoardModel.ts';
import css from './Pages.module.css';
import { waitingCount } from './waitingCount.ts';

/** More dots than this say less than a number. */
const MOST_DOTS = 6;

/** Which page, how many there are, and how many tickets are on none of what is seen now. */
export function Pages({ picture, goTo }: { picture: BoardPicture; goTo: (page: number) => void }) {
  const { t } = useSpeech();
  const { page, pages } = picture;
  const waiting = waitingCount(picture);
  if (pages < 2 && waiting === 0) return null;
  const next = (page + 1) % pages;
  return (
    <nav className={css.pages}>
      {waiting > 0 && (
        <Press zone="waiting" className={css.waiting} act={() => goTo(next)}>
          {t('footer.waiting', { count: waiting })}
        </Press>
      )}
      {pages > MOST_DOTS ? (
        <Press
          zone="page:next"
          className={css.count}
          hint={t('footer.pageLabel', { page: next + 1 })}
          act={() => goTo(next)}
        >
          {t('footer.page', { page: page + 1, pages })}
        </Press>
      ) : (
        Array.from({ length: pages }, (_, index) => index).map((index) => (
          <Press
            key={index}
            zone={`page:${index}`}
            className={css.page}
            label={t('footer.pageLabel', { page: index + 1 })}
            act={() => goTo(index)}
          >
            <span className={cls(css.dot, index === page && css.current)} />
          </Press>
        ))
      )}
    </nav>
  );
}

import { usePicture, usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { useTick } from '../../ui/useTick.ts';
import css from './Empty.module.css';

/** An empty board says why it is quiet: a cook must be able to tell calm from broken. `isPart`: it stands within a screen, and is not all of it. */
export function Empty({ title, why, isPart = false }: { title: string; why: string; isPart?: boolean }) {
  const Place = isPart ? 'div' : 'main';
  const { t, time } = useSpeech();
  const port = usePort();
  const isLive = usePicture(({ link }) => link === 'live');
  const news = useTick((now) => time(now - port.ageMs()));
  return (
    <Place className={css.empty}>
      <div>
        <h2 className={css.title}>{title}</h2>
        <p>{why}</p>
        <p className={css.link}>{isLive ? t('empty.lastSeen', { time: news }) : t('empty.notLinked')}</p>
      </div>
    </Place>
  );
}

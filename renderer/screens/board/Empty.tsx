import { usePicture, usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { useTick } from '../../ui/useTick.ts';
import css from './Empty.module.css';

/** An empty board says why it is quiet: a cook must be able to tell calm from broken. */
export function Empty({ title, why }: { title: string; why: string }) {
  const { t, time } = useSpeech();
  const port = usePort();
  const isLive = usePicture(({ link }) => link === 'live');
  const news = useTick((now) => time(now - port.ageMs()));
  return (
    <main className={css.empty}>
      <div>
        <h2 className={css.title}>{title}</h2>
        <p>{why}</p>
        <p className={css.link}>{isLive ? t('empty.lastSeen', { time: news }) : t('empty.notLinked')}</p>
      </div>
    </main>
  );
}

import { usePicture, usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { useTick } from '../../../ui/useTick.ts';
import css from './LinkState.module.css';

const SECOND_MS = 1000;

/** The link and the age of what is seen, always. */
export function LinkState() {
  const { t, number } = useSpeech();
  const port = usePort();
  const link = usePicture(({ link: state }) => state);
  const seconds = useTick(() => number(port.ageMs() / SECOND_MS, link === 'live' ? 1 : 0));
  return (
    <span className={cls(css.link, css[link])} data-testid="link-state" data-state={link}>
      <span className={css.mark} />
      {t(`link.${link}`)} · {t('link.age', { seconds })}
    </span>
  );
}

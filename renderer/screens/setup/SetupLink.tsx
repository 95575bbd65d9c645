import { usePicture, usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { useTick } from '../../ui/useTick.ts';
import css from './SetupLink.module.css';

const SECOND_MS = 1000;

/** Whether what stands here is the house as it is. Set-up needs its hub: without it nothing can be saved. */
export function SetupLink() {
  const { t, time, number } = useSpeech();
  const port = usePort();
  const link = usePicture(({ link: state }) => state);
  const seconds = useTick(() => number(port.ageMs() / SECOND_MS, link === 'live' ? 1 : 0));
  const pos = usePicture((picture) => picture.pos);
  return (
    <>
      <p className={cls(css.link, css[link])} data-testid="link-state" data-state={link}>
        <span className={css.mark} />
        {t(`link.${link}`)} · {t('link.age', { seconds })}
      </p>
      {pos !== null && (
        <p className={cls(css.link, css.lost)} role="status" data-testid="pos-lost">
          {t(pos.isSilent ? 'keying.posSilent' : 'keying.posLost', { time: time(pos.since) })}
        </p>
      )}
    </>
  );
}

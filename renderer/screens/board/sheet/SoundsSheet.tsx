import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { GRAVITY } from '../../../ui/sound/figures.ts';
import { soundNow } from '../../../ui/sounds.ts';
import { Sheet } from './Sheet.tsx';
import css from './SoundsSheet.module.css';

/** Every sound of this screen with what is seen of it, the gravest first; a press is heard. */
export function SoundsSheet() {
  const { t } = useSpeech();
  return (
    <Sheet title={t('sounds.title')} why={t('sounds.why')}>
      <div className={css.sounds}>
        {GRAVITY.map((name) => (
          <Press
            key={name}
            zone={`sound:${name}`}
            testId={`sound-${name}`}
            className={css.sound}
            act={() => soundNow(name)}
          >
            <span>
              <b className={css.name}>{t(`sounds.name.${name}`)}</b>
              <span className={css.what}>{t(`sounds.seen.${name}`)}</span>
            </span>
          </Press>
        ))}
      </div>
    </Sheet>
  );
}

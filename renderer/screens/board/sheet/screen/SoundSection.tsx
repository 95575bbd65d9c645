import { setOwn } from '../../../../app/ownSettings.ts';
import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import { cls } from '../../../../ui/cls.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import { playSound } from '../../../../ui/sounds.ts';
import css from '../Sheet.module.css';

const VOLUMES = [0, 1, 2, 3] as const;

/** How loud this screen is; each press is heard. */
export function SoundSection() {
  const { t } = useSpeech();
  const { volume } = useOwn();
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('sheet.volume')}</p>
      <div className={css.choices}>
        {VOLUMES.map((one) => (
          <Press
            key={one}
            zone={`volume:${one}`}
            testId={`volume-${one}`}
            className={cls(css.button, one === volume && css.chosen)}
            act={() => {
              setOwn({ volume: one });
              playSound('new');
            }}
          >
            {t(`sheet.volumes.${one}`)}
          </Press>
        ))}
      </div>
    </section>
  );
}

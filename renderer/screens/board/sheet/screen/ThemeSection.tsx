import { setOwn } from '../../../../app/ownSettings.ts';
import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import { THEMES } from '../../../../theme/wearTheme.ts';
import { cls } from '../../../../ui/cls.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import { Shape } from '../../../../ui/Shape.tsx';
import sheet from '../Sheet.module.css';
import css from './ThemeSection.module.css';

/** The colours of this screen. Each choice wears its own: what is loudest on a board stands on it. */
export function ThemeSection() {
  const { t } = useSpeech();
  const { theme } = useOwn();
  return (
    <section className={sheet.section}>
      <p className={sheet.heading}>{t('theme.heading')}</p>
      <div className={css.themes}>
        {THEMES.map((one) => (
          <div key={one} className={cls(css.frame, one === theme && css.worn)}>
            <div data-theme={one} className={css.wearer}>
              <Press
                zone={`theme:${one}`}
                testId={`theme-${one}`}
                className={css.theme}
                act={() => setOwn({ theme: one })}
              >
                <span className={css.name}>{t(`theme.${one}`)}</span>
                <span className={css.row}>
                  <span className={cls(css.chip, css.soon)}>
                    <Shape name="soon" /> {t('state.soon')}
                  </span>
                  <span className={cls(css.chip, css.late)}>
                    <Shape name="late" /> {t('state.late')}
                  </span>
                  <span className={cls(css.chip, css.ready)}>
                    <Shape name="ready" /> {t('state.ready')}
                  </span>
                  <span className={cls(css.chip, css.allergy)}>
                    <Shape name="allergy" /> {t('allergen.sesame')}
                  </span>
                </span>
              </Press>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

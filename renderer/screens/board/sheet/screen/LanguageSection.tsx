import { setOwn } from '../../../../app/ownSettings.ts';
import { usePicture } from '../../../../app/portContext.ts';
import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import { cls } from '../../../../ui/cls.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';

/** The language of this screen's words, where it is not the house's. */
export function LanguageSection() {
  const { t } = useSpeech();
  const { language } = useOwn();
  const house = usePicture(({ config }) => config.venue.language);
  const choices = [
    { chosen: null, name: t('sheet.languageHouse', { language: t(`sheet.languages.${house}`) }) },
    { chosen: 'en', name: t('sheet.languages.en') },
    { chosen: 'es', name: t('sheet.languages.es') },
  ] as const;
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('sheet.language')}</p>
      <div className={css.choices}>
        {choices.map(({ chosen, name }) => (
          <Press
            key={chosen ?? 'house'}
            zone={`language:${chosen ?? 'house'}`}
            testId={`language-${chosen ?? 'house'}`}
            className={cls(css.button, chosen === language && css.chosen)}
            act={() => setOwn({ language: chosen })}
          >
            {name}
          </Press>
        ))}
      </div>
    </section>
  );
}

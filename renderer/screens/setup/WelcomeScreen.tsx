import { useState } from 'react';
import { usePicture } from '../../app/portContext.ts';
import { useHouseSpeech } from '../../app/useHouseSpeech.ts';
import { useOwn } from '../../app/useOwn.ts';
import { SpeechProvider, useSpeech } from '../../app/words.ts';
import { deskTheme } from '../../theme/wearTheme.ts';
import { cls } from '../../ui/cls.ts';
import { Choice } from './fields.tsx';
import css from './Setup.module.css';

type Language = 'en' | 'es';

/** The first page of a device that has no house yet: what is it to be? */
export function WelcomeScreen() {
  const house = usePicture((picture) => picture.config);
  const [language, setLanguage] = useState<Language>(() =>
    navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en',
  );
  const speech = useHouseSpeech({ ...house, venue: { ...house.venue, language } });
  return (
    <SpeechProvider value={speech}>
      <Welcome language={language} onLanguage={setLanguage} />
    </SpeechProvider>
  );
}

function Welcome({ language, onLanguage }: { language: Language; onLanguage: (language: Language) => void }) {
  const { t } = useSpeech();
  const theme = deskTheme(useOwn().theme);
  return (
    <div className={cls(css.page, css.alone)} data-theme={theme}>
      <main className={css.main}>
        <div className={cls(css.column, css.middle)}>
          <div className={cls(css.row, css.spread)}>
            <h1 className={css.title}>{t('setup.welcome.title')}</h1>
            <Choice
              label={t('setup.welcome.language')}
              value={language}
              options={[
                { value: 'en', label: t('setup.house.en') },
                { value: 'es', label: t('setup.house.es') },
              ]}
              onChange={onLanguage}
            />
          </div>
          <p className={css.subtitle}>{t('setup.welcome.why')}</p>
          <section className={css.card}>
            <p>{t('setup.welcome.hubWhy')}</p>
            <div>
              <a
                className={cls(css.button, css.primary)}
                href={`/setup?house=${language}`}
                data-testid="set-up-here"
              >
                {t('setup.welcome.hub')}
              </a>
            </div>
          </section>
          <section className={css.card}>
            <h2 className={css.subtitle}>{t('setup.welcome.demo')}</h2>
            <p>{t('setup.welcome.demoWhy')}</p>
          </section>
          <section className={css.card}>
            <h2 className={css.subtitle}>{t('setup.welcome.join')}</h2>
            <p>{t('setup.welcome.joinWhy')}</p>
          </section>
          <p>
            <a className={css.button} href="/kitchen/kitchen">
              {t('setup.welcome.kitchen')}
            </a>
          </p>
        </div>
      </main>
    </div>
  );
}

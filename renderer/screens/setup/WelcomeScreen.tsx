import { useState } from 'react';
import { baseOf } from '../../../shared/lib/words/languageFile.ts';
import type { LanguageList } from '../../../shared/protocol/languages.ts';
import { usePicture } from '../../app/portContext.ts';
import { useHouseSpeech } from '../../app/useHouseSpeech.ts';
import { useLanguages } from '../../app/useLanguages.ts';
import { useOwn } from '../../app/useOwn.ts';
import { SpeechProvider, useSpeech } from '../../app/words.ts';
import { deskTheme } from '../../theme/wearTheme.ts';
import { cls } from '../../ui/cls.ts';
import { Choice } from './fields.tsx';
import css from './Setup.module.css';

/** The first page of a device that has no house yet: what is it to be? */
export function WelcomeScreen() {
  const house = usePicture((picture) => picture.config);
  const languages = useLanguages();
  const [chosen, setLanguage] = useState<string | null>(null);
  const language = chosen ?? closest(languages, navigator.languages);
  const speech = useHouseSpeech({ ...house, venue: { ...house.venue, language } });
  return (
    <SpeechProvider value={speech}>
      <Welcome list={languages} language={language} onLanguage={setLanguage} />
    </SpeechProvider>
  );
}

/** The first language of the browser that is spoken here. */
function closest({ languages }: LanguageList, wanted: readonly string[]): string {
  const codes = languages.map(({ language }) => language);
  const known = wanted.flatMap((one) => [one, baseOf(one) ?? one]).find((one) => codes.includes(one));
  return known ?? 'en';
}

function Welcome(props: { list: LanguageList; language: string; onLanguage: (language: string) => void }) {
  const { list, language, onLanguage } = props;
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
              options={list.languages.map((one) => ({ value: one.language, label: one.name }))}
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

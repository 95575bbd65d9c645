import { setOwn } from '../../../../app/ownSettings.ts';
import { usePicture, usePort } from '../../../../app/portContext.ts';
import { languageName, useLanguages } from '../../../../app/useLanguages.ts';
import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import css from '../Sheet.module.css';
import { OneOf } from './OneOf.tsx';

/** The language of this screen's words, where it is not the house's. It changes under the press, and a line shows how it reads. */
export function LanguageSection() {
  const { t } = useSpeech();
  const { language } = useOwn();
  const house = usePicture(({ config }) => config.venue.language);
  const list = useLanguages();
  return (
    <section className={css.section}>
      <OneOf
        heading={t('sheet.language')}
        name="language"
        chosen={language}
        options={[
          { value: null, words: t('sheet.languageHouse', { language: languageName(list, house) }) },
          ...list.languages.map((one) => ({ value: one.language, words: one.name })),
        ]}
        onChoose={(value) => setOwn({ language: value })}
      />
      <p className={css.detail}>{t('sheet.languageSample')}</p>
      <Sample />
    </section>
  );
}

const SEAT = 2;
const COVERS = 4;
const PART = 0.75;

/** Words, a count, a number and a time as they stand on tiles. */
function Sample() {
  const { t, time, number } = useSpeech();
  const port = usePort();
  const words = [
    time(port.now()),
    t('tile.covers', { count: COVERS }),
    t('line.seat', { seat: SEAT }),
    `${number(PART)} kg`,
    t('state.late'),
    t('allergy.hear', { allergies: t('allergen.sesame') }),
  ];
  return (
    <p className={css.name} data-testid="language-sample">
      {words.join(' · ')}
    </p>
  );
}

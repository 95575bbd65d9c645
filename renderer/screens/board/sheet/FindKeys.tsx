import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import css from './FindKeys.module.css';
import { nextLetters } from './find.ts';

/** Keys for wet fingers: only letters and digits that still lead somewhere, so that two presses find a table among fifty. */
export function FindKeys(props: {
  readonly typed: string;
  readonly names: readonly string[];
  readonly onTyped: (typed: string) => void;
}) {
  const { typed, names, onTyped } = props;
  const { t, language, locale } = useSpeech();
  const letters = nextLetters(names, typed, locale);
  return (
    <div className={css.keys} data-testid="find">
      <span className={css.typed}>
        {t('sheet.find')} <b>{typed === '' ? '–' : typed.toLocaleUpperCase(language)}</b>
      </span>
      {typed !== '' && (
        <Press zone="find:back" className={css.key} act={() => onTyped('')}>
          {t('sheet.findAll')}
        </Press>
      )}
      {letters.map((letter) => (
        <Press
          key={letter}
          zone={`find:${letter}`}
          className={css.key}
          act={() => onTyped(`${typed}${letter}`)}
        >
          {letter.toLocaleUpperCase(language)}
        </Press>
      ))}
    </div>
  );
}

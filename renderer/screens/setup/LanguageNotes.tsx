import type { LanguageList } from '../../../shared/protocol/languages.ts';
import { languageName } from '../../app/useLanguages.ts';
import { useSpeech } from '../../app/words.ts';
import css from './Setup.module.css';

/** What whoever chooses a language should know of its file. */
export function LanguageNotes({ list, chosen }: { list: LanguageList; chosen: string }) {
  const { t } = useSpeech();
  const found = list.languages.find(({ language }) => language === chosen);
  return (
    <>
      {found === undefined && <p className={css.bad}>{t('setup.languages.gone', { language: chosen })}</p>}
      {found !== undefined && found.missing > 0 && (
        <p className={css.note}>
          {t('setup.languages.missing', { name: languageName(list, chosen), count: found.missing })}
        </p>
      )}
      {list.refused.map(({ file, code, values }) => (
        <p key={file} className={css.bad} data-testid="language-refused">
          {t(`setup.languages.refused.${code}`, { file, ...values })}
        </p>
      ))}
      <p className={css.quiet}>{t('setup.languages.own', { folder: 'words/fr.json' })}</p>
    </>
  );
}

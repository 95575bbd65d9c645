import { useSpeech } from '../../app/words.ts';
import { Choice } from './fields.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

export function PassSection() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.pass.title')}</h1>
      <Choice
        label={t('setup.pass.question')}
        value={draft.pass}
        options={[
          { value: 'none', label: t('setup.pass.none'), why: t('setup.pass.noneWhy') },
          { value: 'expo', label: t('setup.pass.expo'), why: t('setup.pass.expoWhy') },
        ]}
        onChange={(pass) => edit((config) => ({ ...config, pass }))}
      />
      {draft.pass === 'expo' && (
        <p>
          <a className={css.button} href="/expo" target="_blank" rel="noreferrer">
            {t('setup.pass.open')}
          </a>
        </p>
      )}
    </div>
  );
}

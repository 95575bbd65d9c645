import { useSpeech, wordFor } from '../../app/words.ts';
import { Chips, Choice } from './fields.tsx';
import { CHANNELS } from './RuleCondition.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

export function PassSection() {
  const speech = useSpeech();
  const { t } = speech;
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
      <section className={css.card}>
        <h2 className={css.subtitle}>{t('setup.pass.held')}</h2>
        <p className={css.quiet}>{t('setup.pass.heldWhy')}</p>
        <Chips
          label={t('setup.pass.held')}
          options={CHANNELS.map((channel) => ({
            value: channel,
            label: wordFor(speech, 'channel', channel),
          }))}
          chosen={draft.coursing.heldChannels}
          onChange={(heldChannels) =>
            edit((config) => ({ ...config, coursing: { ...config.coursing, heldChannels } }))
          }
        />
      </section>
    </div>
  );
}

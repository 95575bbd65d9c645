import { useState } from 'react';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import css from './Setup.module.css';
import { setupApi } from './setupApi.ts';
import { useSection, useSetupModel, useSetupPicture } from './setupContext.ts';

/** The end of the first run: what was chosen, in a few lines, and the press that closes the house to strangers. */
export function FinishSection() {
  const { t } = useSpeech();
  const model = useSetupModel();
  const { draft, state } = useSection();
  const { problems, isSaving, clash } = useSetupPicture();
  const [hasFailed, setFailed] = useState(false);
  const { stations, routes, pass, network, venue } = draft;
  if (state.isSetUp) return <Done />;
  const finish = async () => {
    setFailed(false);
    if (!(await model.save())) return;
    const answer = await setupApi.finish();
    setFailed(!answer.ok);
    await model.refresh();
  };
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.finish.title')}</h1>
      <section className={css.card}>
        <h2 className={css.subtitle}>{venue.name}</h2>
        <ul className={css.plain}>
          <li>
            {t('setup.finish.stations', {
              count: stations.length,
              names: stations.map(({ name }) => name).join(', '),
            })}
          </li>
          <li>{t('setup.finish.rules', { count: routes.length })}</li>
          <li>{pass === 'expo' ? t('setup.finish.passExpo') : t('setup.finish.passNone')}</li>
          <li>{network.lan ? t('setup.finish.lanOn') : t('setup.finish.lanOff')}</li>
        </ul>
      </section>
      <p className={css.why}>{t('setup.finish.why')}</p>
      <p className={css.why}>{t('setup.finish.other')}</p>
      {hasFailed && <p className={css.bad}>{t('setup.unreachable')}</p>}
      <div>
        <button
          type="button"
          className={cls(css.button, css.primary)}
          disabled={problems.length > 0 || isSaving || clash !== null}
          data-testid="finish"
          onClick={() => void finish()}
        >
          {t('setup.finish.button')}
        </button>
      </div>
    </div>
  );
}

function Done() {
  const { t } = useSpeech();
  const { draft, state } = useSection();
  return (
    <div className={css.column} data-testid="finished">
      <h1 className={css.title}>{t('setup.finish.done', { name: draft.venue.name })}</h1>
      <p className={css.why}>{t('setup.finish.doneWhy')}</p>
      {state.config.network.lan !== state.isOnLan && !state.isHostGiven && (
        <p className={css.note}>{t('setup.screens.lanRestart')}</p>
      )}
      <div className={css.row}>
        {draft.stations.map(({ id, name }) => (
          <a key={id} className={css.button} href={`/kitchen/${id}`}>
            {name}
          </a>
        ))}
        <a className={css.button} href="/expo">
          {t('page.expo')}
        </a>
      </div>
    </div>
  );
}

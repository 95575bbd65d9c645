import { useCallback, useEffect, useState } from 'react';
import type { SetupStandby } from '../../../shared/protocol/setup.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import css from './Setup.module.css';
import { setupApi } from './setupApi.ts';
import { useSection } from './setupContext.ts';

/** Whoever marks a device sees it catch up. */
const LOOK_EVERY_MS = 2000;

/** Which devices hold all that the hub has, and whether they do. */
export function StandbySection() {
  const { t } = useSpeech();
  const [devices, setDevices] = useState<readonly SetupStandby[] | null>(null);
  const read = useCallback(async () => {
    const answer = await setupApi.standbys();
    if (answer.ok) setDevices(answer.value.devices);
  }, []);
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [read]);
  return (
    <section className={css.card} aria-label={t('standbys.title')} data-testid="standbys">
      <h2 className={css.subtitle}>{t('standbys.title')}</h2>
      <p className={css.quiet}>{t('standbys.why')}</p>
      {devices?.length === 0 && <p className={css.quiet}>{t('standbys.none')}</p>}
      <ul className={css.list}>
        {devices?.map((device) => (
          <Device key={device.id} device={device} />
        ))}
      </ul>
    </section>
  );
}

function Device({ device: { id, name, state } }: { device: SetupStandby }) {
  const { t } = useSpeech();
  const { draft, state: saved, edit } = useSection();
  const isMarked = draft.standbys.includes(id);
  const isSaved = saved.config.standbys.includes(id);
  const toggle = () =>
    edit((config) => ({
      ...config,
      standbys: isMarked ? config.standbys.filter((one) => one !== id) : [...config.standbys, id],
    }));
  return (
    <li
      className={cls(css.row, css.spread)}
      data-testid="standby"
      data-name={name}
      data-state={state ?? 'none'}
    >
      <div className={css.grow}>
        <b>{name}</b>
        {isMarked && (
          <p className={cls(css.quiet, state === 'ready' && css.good, state === 'other_build' && css.bad)}>
            {isSaved ? t(`standbys.state.${state ?? 'away'}`) : t('standbys.marked')}
          </p>
        )}
      </div>
      <button type="button" className={css.button} aria-pressed={isMarked} onClick={toggle}>
        {isMarked ? t('standbys.unmark') : t('standbys.mark')}
      </button>
    </li>
  );
}

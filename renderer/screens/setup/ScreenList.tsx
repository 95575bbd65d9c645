import { useCallback, useEffect, useState } from 'react';
import type { SetupScreens } from '../../../shared/protocol/setup.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import css from './Setup.module.css';
import { sayWhen } from './said.ts';
import { setupApi } from './setupApi.ts';
import { useSection } from './setupContext.ts';

type Screen = SetupScreens['screens'][number];

/** A screen that was just let in stands here by the time one has walked back. */
const LOOK_EVERY_MS = 3000;
/** As long as RUN ANYWAY: a second press within it ends the screen. */
const SURE_MS = 3000;

export function ScreenList() {
  const { t } = useSpeech();
  const [screens, setScreens] = useState<readonly Screen[]>([]);
  const read = useCallback(async () => {
    const answer = await setupApi.screens();
    if (answer.ok) setScreens(answer.value.screens);
  }, []);
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [read]);
  const end = async (id: string) => {
    await setupApi.revoke(id);
    await read();
  };
  return (
    <section className={css.card} aria-label={t('setup.screens.list')}>
      <h2 className={css.subtitle}>{t('setup.screens.list')}</h2>
      {screens.length === 0 && <p className={css.quiet}>{t('setup.screens.nobody')}</p>}
      <ul className={css.list}>
        {screens.map((screen) => (
          <ScreenRow key={screen.id} screen={screen} onEnd={() => void end(screen.id)} />
        ))}
      </ul>
    </section>
  );
}

function ScreenRow({ screen, onEnd }: { screen: Screen; onEnd: () => void }) {
  const speech = useSpeech();
  const { t } = speech;
  const { state } = useSection();
  const [isSure, setSure] = useState(false);
  useEffect(() => {
    if (!isSure) return undefined;
    const timer = setTimeout(() => setSure(false), SURE_MS);
    return () => clearTimeout(timer);
  }, [isSure]);
  const { name, roles, createdAt, isHere, isThis } = screen;
  const since = sayWhen(speech, createdAt, state.config.venue.timeZone);
  const rights = roles.map((role) => t(`setup.screens.role.${role}`)).join(', ');
  return (
    <li className={cls(css.row, css.spread)} data-testid="screen" data-name={name}>
      <div className={css.grow}>
        <b>{name}</b> {isThis && <span className={css.quiet}>({t('setup.screens.this')})</span>}
        <p className={css.quiet}>
          <span className={cls(isHere && css.good)}>
            {isHere ? t('setup.screens.here') : t('setup.screens.away')}
          </span>{' '}
          · {rights} · {t('setup.screens.since', { date: since })}
        </p>
      </div>
      {!isThis && (
        <button
          type="button"
          className={css.button}
          aria-label={`${isSure ? t('setup.screens.endSure') : t('setup.screens.end')}: ${name}`}
          onClick={() => (isSure ? onEnd() : setSure(true))}
        >
          {isSure ? t('setup.screens.endSure') : t('setup.screens.end')}
        </button>
      )}
    </li>
  );
}

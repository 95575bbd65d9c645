import { useMemo } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { shiftAt } from '../../../shared/config/shiftAt.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { doorList } from '../../../shared/domain/selectors/doorList.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import { useTick } from '../../ui/useTick.ts';
import { LinkState } from '../board/footer/LinkState.tsx';
import { ConflictsBadge } from './conflicts/ConflictsBadge.tsx';
import css from './HostHeader.module.css';
import { useDesk } from './hostContext.ts';
import { HOST_VIEWS, type HostView } from './hostViews.ts';
import { ServersButton } from './seat/ServersButton.tsx';

const waiting = (state: State, _config: HouseConfig, now: number) => doorList(state, now).waitlist.length;

/** The views, which evening it is, and whether what is seen is true. */
export function HostHeader() {
  const { t } = useSpeech();
  const { view, go } = useDesk();
  const parties = useLook(waiting);
  const words = (one: HostView) =>
    one === 'waitlist' && parties > 0 ? t('host.view.waitlistOf', { count: parties }) : t(`host.view.${one}`);
  return (
    <header className={css.header}>
      <h1 className={css.name}>{t('host.name')}</h1>
      <nav className={css.views} aria-label={t('host.views')}>
        {HOST_VIEWS.map((one) => (
          <Press
            key={one}
            zone={`view:${one}`}
            testId={`view-${one}`}
            className={cls(css.view, view === one && css.shown)}
            data={{ 'data-shown': `${view === one}` }}
            act={() => go(one)}
          >
            {words(one)}
          </Press>
        ))}
      </nav>
      <Evening />
      <ServersButton />
      <ConflictsBadge />
      <LinkState />
    </header>
  );
}

/** `Sat 21 Nov · 19:41 · dinner` */
function Evening() {
  const { locale, time } = useSpeech();
  const port = usePort();
  const timeZone = usePicture(({ config }) => config.venue.timeZone);
  const day = useMemo(
    () => new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone }),
    [locale, timeZone],
  );
  const words = useTick((now) => {
    const shift = shiftAt(port.get().config, now)?.name;
    return [day.format(now), time(now), shift].filter((part) => part !== undefined).join(' · ');
  });
  return <p className={css.evening}>{words}</p>;
}

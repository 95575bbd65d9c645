import { setOwn } from '../../../app/ownSettings.ts';
import { usePicture } from '../../../app/portContext.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { useOwn } from '../../../app/useOwn.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { playSound } from '../../../ui/sounds.ts';
import { useMayKey } from '../../keying/useMayKey.ts';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

const VOLUMES = [0, 1, 2, 3] as const;
const BAR_USES = ['auto', 'on', 'off'] as const;

/** What this one screen is: which station, how loud, which language, with which keys. */
export function ScreenSheet({ place }: { place: BoardPlace }) {
  const { t } = useSpeech();
  return (
    <Sheet title={t('sheet.screen')} why={t('sheet.screenWhy')}>
      <KeyATicket />
      <Takeover place={place} />
      <section className={css.section}>
        <p className={css.heading}>{t('sheet.volume')}</p>
        <Volume />
      </section>
      <section className={css.section}>
        <p className={css.heading}>{t('sheet.language')}</p>
        <Language />
      </section>
      <section className={css.section}>
        <p className={css.heading}>{t('bar.heading')}</p>
        <BumpBar />
      </section>
    </Sheet>
  );
}

/** Always here; while the POS is lost it also stands in the line above. */
function KeyATicket() {
  const { t } = useSpeech();
  const { show } = useSheet();
  if (!useMayKey()) return null;
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('keying.why')}</p>
      <div className={css.choices}>
        <Press
          zone="screen:key"
          testId="key-ticket"
          className={css.button}
          act={() => show({ kind: 'key', onto: null })}
        >
          {t('keying.open')}
        </Press>
      </div>
    </section>
  );
}

/** Any screen becomes any station in two taps. The page loads anew: to the hub it is then a screen of that station. */
function Takeover({ place }: { place: BoardPlace }) {
  const { t, stationName } = useSpeech();
  const stations = usePicture(({ config }) => config.stations);
  const here = place.kind === 'expo' ? '/expo' : `/kitchen/${place.station}`;
  const places = [
    ...stations.map(({ id }) => ({ path: `/kitchen/${id}`, name: stationName(id) })),
    { path: '/expo', name: t('footer.expo') },
    { path: '/expo?view=run', name: t('pass.runners') },
  ];
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('sheet.station')}</p>
      <div className={css.choices}>
        {places.map(({ path, name }) => (
          <Press
            key={path}
            zone={`go:${path}`}
            className={cls(css.button, path === here && css.chosen)}
            act={() => {
              if (path !== here)
                window.location.assign(path.includes('?') ? path : path + window.location.search);
            }}
          >
            {name}
          </Press>
        ))}
      </div>
    </section>
  );
}

function Volume() {
  const { t } = useSpeech();
  const { volume } = useOwn();
  return (
    <div className={css.choices}>
      {VOLUMES.map((one) => (
        <Press
          key={one}
          zone={`volume:${one}`}
          testId={`volume-${one}`}
          className={cls(css.button, one === volume && css.chosen)}
          act={() => {
            setOwn({ volume: one });
            playSound('new');
          }}
        >
          {t(`sheet.volumes.${one}`)}
        </Press>
      ))}
    </div>
  );
}

function Language() {
  const { t } = useSpeech();
  const { language } = useOwn();
  const house = usePicture(({ config }) => config.venue.language);
  const choices = [
    { chosen: null, name: t('sheet.languageHouse', { language: t(`sheet.languages.${house}`) }) },
    { chosen: 'en', name: t('sheet.languages.en') },
    { chosen: 'es', name: t('sheet.languages.es') },
  ] as const;
  return (
    <div className={css.choices}>
      {choices.map(({ chosen, name }) => (
        <Press
          key={chosen ?? 'house'}
          zone={`language:${chosen ?? 'house'}`}
          testId={`language-${chosen ?? 'house'}`}
          className={cls(css.button, chosen === language && css.chosen)}
          act={() => setOwn({ language: chosen })}
        >
          {name}
        </Press>
      ))}
    </div>
  );
}

function BumpBar() {
  const { t } = useSpeech();
  const { bar } = useOwn();
  const { show } = useSheet();
  return (
    <div className={css.choices}>
      {BAR_USES.map((use) => (
        <Press
          key={use}
          zone={`bar:${use}`}
          testId={`bar-${use}`}
          className={cls(css.button, use === bar && css.chosen)}
          act={() => setOwn({ bar: use })}
        >
          {t(`bar.use.${use}`)}
        </Press>
      ))}
      <Press zone="bar:keys" testId="bar-keys" className={css.button} act={() => show({ kind: 'bar' })}>
        {t('bar.keys')}
      </Press>
    </div>
  );
}

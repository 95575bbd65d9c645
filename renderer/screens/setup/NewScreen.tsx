import { useEffect, useState } from 'react';
import { ScreenPage, type SetupScreenCode } from '../../../shared/protocol/setup.ts';
import { useSpeech } from '../../app/words.ts';
import { USUAL_DISTANCES_M, USUAL_INCHES } from '../../theme/usualGlasses.ts';
import { cls } from '../../ui/cls.ts';
import { decimal } from '../../ui/decimal.ts';
import { type Option, SelectField, TextField } from './fields.tsx';
import css from './Setup.module.css';
import { setupApi } from './setupApi.ts';
import { useSection } from './setupContext.ts';

const MINUTE_MS = 60_000;
/** Often enough for minutes. */
const LOOK_EVERY_MS = 5000;
const STATION = 'kitchen:';

/** Makes the one-time address of a screen and shows it as a QR code. */
export function NewScreen() {
  const { t, language } = useSpeech();
  const { state } = useSection();
  const { stations } = state.config;
  const [name, setName] = useState('');
  const [shows, setShows] = useState(`${STATION}${stations[0]?.id ?? ''}`);
  const [address, setAddress] = useState('');
  const [size, setSize] = useState('');
  const [distance, setDistance] = useState('1');
  const [code, setCode] = useState<(SetupScreenCode & { readonly name: string }) | null>(null);
  const addresses = [...new Set([...state.addresses, window.location.origin])];
  const where = addresses.includes(address) ? address : (addresses[0] ?? window.location.origin);
  const pages: Option<string>[] = [
    ...stations.map((station) => ({
      value: `${STATION}${station.id}`,
      label: t('setup.screens.kitchen', { name: station.name }),
    })),
    { value: 'expo', label: t('setup.screens.expo') },
    { value: 'host', label: t('setup.screens.host') },
    { value: 'floor', label: t('setup.screens.floor') },
    { value: 'setup', label: t('setup.screens.setup') },
  ];
  const called = name.trim() === '' ? (pages.find(({ value }) => value === shows)?.label ?? '') : name.trim();
  const make = async () => {
    const station = shows.startsWith(STATION) ? shows.slice(STATION.length) : null;
    const page = ScreenPage.parse(station === null ? shows : 'kitchen');
    const glass = size === '' ? null : { inch: Number(size), distanceM: Number(distance) };
    const answer = await setupApi.code({ name: called, page, station, address: where, glass });
    setCode(answer.ok ? { ...answer.value, name: called } : null);
  };
  return (
    <section className={css.card} aria-label={t('setup.screens.new')}>
      <h2 className={css.subtitle}>{t('setup.screens.new')}</h2>
      <div className={css.two}>
        <SelectField
          label={t('setup.screens.shows')}
          value={shows}
          options={pages}
          testId="screen-shows"
          onChange={setShows}
        />
        <TextField
          label={t('setup.screens.name')}
          value={name}
          placeholder={t('setup.screens.namePlaceholder')}
          testId="screen-name"
          onChange={setName}
        />
        <SelectField
          label={t('setup.screens.address')}
          value={where}
          options={addresses.map((value) => ({ value, label: value }))}
          testId="screen-address"
          onChange={setAddress}
        />
        <SelectField
          label={t('glass.inchHeading')}
          value={size}
          options={[
            { value: '', label: t('glass.asItSays') },
            ...USUAL_INCHES.map((inch) => ({
              value: `${inch}`,
              label: t('glass.inch', { inch: decimal(inch, language) }),
            })),
          ]}
          testId="screen-inch"
          onChange={setSize}
        />
        {size !== '' && (
          <SelectField
            label={t('glass.distanceHeading')}
            value={distance}
            options={USUAL_DISTANCES_M.map((metres) => ({
              value: `${metres}`,
              label: t('glass.distance', { metres: decimal(metres, language) }),
            }))}
            testId="screen-distance"
            onChange={setDistance}
          />
        )}
      </div>
      <div>
        <button
          type="button"
          className={cls(css.button, css.primary)}
          data-testid="make-code"
          onClick={() => void make()}
        >
          {t('setup.screens.make')}
        </button>
      </div>
      {code !== null && <Code key={code.url} code={code} />}
    </section>
  );
}

function Code({ code }: { code: SetupScreenCode & { readonly name: string } }) {
  const { t } = useSpeech();
  const { name, url, svg, expiresAt } = code;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.ceil((expiresAt - now) / MINUTE_MS);
  if (minutes <= 0) return <p className={css.note}>{t('setup.screens.over')}</p>;
  return (
    <div className={css.row} data-testid="screen-code">
      <img
        className={css.qr}
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={t('setup.screens.alt', { name })}
        data-testid="qr"
      />
      <div className={cls(css.field, css.grow)}>
        <h3 className={css.subtitle}>{name}</h3>
        <p>{t('setup.screens.scan')}</p>
        <p className={css.quiet}>{t('setup.screens.orOpen')}</p>
        <p className={css.address} data-testid="screen-url">
          {url}
        </p>
        <p>{t('setup.screens.left', { minutes })}</p>
      </div>
    </div>
  );
}

import { useMemo } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { useLanguages } from '../../app/useLanguages.ts';
import { useSpeech } from '../../app/words.ts';
import { Choice, SelectField, TextField } from './fields.tsx';
import { LanguageNotes } from './LanguageNotes.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function HouseSection() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { venue } = draft;
  const languages = useLanguages();
  const zones = useMemo(() => zoneNames(venue.timeZone), [venue.timeZone]);
  const change = (part: Partial<HouseConfig['venue']>) =>
    edit((config) => ({ ...config, venue: { ...config.venue, ...part } }));
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.house.title')}</h1>
      <div className={css.card}>
        <TextField
          label={t('setup.house.name')}
          value={venue.name}
          isWrong={venue.name.trim() === ''}
          testId="house-name"
          onChange={(name) => change({ name })}
        />
        <Choice
          label={t('setup.house.language')}
          value={venue.language}
          options={languages.languages.map(({ language, name }) => ({ value: language, label: name }))}
          onChange={(language) => change({ language })}
        />
        <LanguageNotes list={languages} chosen={venue.language} />
        <div className={css.two}>
          <SelectField
            label={t('setup.house.timeZone')}
            why={t('setup.house.timeZoneWhy')}
            value={venue.timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            testId="time-zone"
            onChange={(timeZone) => change({ timeZone })}
          />
          <SelectField
            label={t('setup.house.dayRoll')}
            why={t('setup.house.dayRollWhy')}
            value={String(venue.dayRollHour)}
            options={HOURS.map((hour) => ({
              value: String(hour),
              label: `${String(hour).padStart(2, '0')}:00`,
            }))}
            onChange={(hour) => change({ dayRollHour: Number(hour) })}
          />
        </div>
      </div>
    </div>
  );
}

/** What this browser knows, with UTC and the one in force, which a browser may leave out. */
function zoneNames(current: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])];
}

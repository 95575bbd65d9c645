import type { StationConfig } from '../../../shared/config/houseConfig.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { STATION_VOICES, stationVoice } from '../../ui/sound/voices.ts';
import { soundNow } from '../../ui/sounds.ts';
import { SelectField } from './fields.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const BY_PLACE = '';

/** How a station sounds, heard as it is chosen. */
export function StationVoiceField(props: {
  station: StationConfig;
  onChange: (voice: StationConfig['voice']) => void;
}) {
  const { station, onChange } = props;
  const { t } = useSpeech();
  const { draft } = useSection();
  const hear = (stations: readonly StationConfig[]) => soundNow('new', stationVoice(stations, station.id));
  const unsaid = draft.stations.map((one) => (one.id === station.id ? { ...one, voice: null } : one));
  return (
    <div className={cls(css.row, css.ends)}>
      <SelectField
        label={t('setup.stations.voice')}
        value={String(station.voice ?? BY_PLACE)}
        options={[
          {
            value: BY_PLACE,
            label: t('setup.stations.voiceByPlace', {
              voice: t(`sounds.voices.${stationVoice(unsaid, station.id)}`),
            }),
          },
          ...STATION_VOICES.map((voice) => ({ value: String(voice), label: t(`sounds.voices.${voice}`) })),
        ]}
        testId="station-voice"
        onChange={(said) => {
          const voice = STATION_VOICES.find((one) => String(one) === said) ?? null;
          onChange(voice);
          hear(draft.stations.map((one) => (one.id === station.id ? { ...one, voice } : one)));
        }}
      />
      <button
        type="button"
        className={css.button}
        aria-label={`${t('setup.stations.hear')}: ${station.name}`}
        data-testid="hear-station"
        onClick={() => hear(draft.stations)}
      >
        {t('setup.stations.hear')}
      </button>
    </div>
  );
}

import { setOwn } from '../../../../app/ownSettings.ts';
import { usePicture } from '../../../../app/portContext.ts';
import type { BoardPlace } from '../../../../app/screenPort.ts';
import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import { PASS_VOICE, STATION_VOICES, stationVoice } from '../../../../ui/sound/voices.ts';
import { soundNow } from '../../../../ui/sounds.ts';
import css from '../Sheet.module.css';
import { useSheet } from '../sheetContext.ts';
import { OneOf } from './OneOf.tsx';

const VOLUMES = [0, 1, 2, 3] as const;
const NEW_SOUNDS = ['tone', 'printer'] as const;

/** How this screen sounds; each press is heard. */
export function SoundSection({ place }: { place: BoardPlace }) {
  const { t } = useSpeech();
  const { volume, newSound } = useOwn();
  const { show } = useSheet();
  return (
    <section className={css.section}>
      <OneOf
        heading={t('sheet.volume')}
        name="volume"
        chosen={volume}
        options={VOLUMES.map((value) => ({ value, words: t(`sheet.volumes.${value}`) }))}
        onChoose={(value) => {
          setOwn({ volume: value });
          soundNow('new');
        }}
      />
      <OneOf
        heading={t('sounds.newAs')}
        name="new-sound"
        chosen={newSound}
        options={NEW_SOUNDS.map((value) => ({ value, words: t(`sounds.newSound.${value}`) }))}
        onChoose={(value) => {
          setOwn({ newSound: value });
          soundNow('new');
        }}
      />
      <VoiceChoice place={place} />
      <QuietChoice />
      <div className={css.choices}>
        <Press zone="sounds" testId="hear-each" className={css.button} act={() => show({ kind: 'sounds' })}>
          {t('sounds.hearEach')}
        </Press>
      </div>
    </section>
  );
}

function VoiceChoice({ place }: { place: BoardPlace }) {
  const { t } = useSpeech();
  const { voice } = useOwn();
  const stations = usePicture(({ config }) => config.stations);
  const usual = place.kind === 'expo' ? PASS_VOICE : stationVoice(stations, place.station);
  const own = { value: null, words: t('sounds.voiceOwn', { voice: t(`sounds.voices.${usual}`) }) };
  return (
    <OneOf
      heading={t('sounds.voice')}
      name="voice"
      chosen={voice}
      options={[own, ...STATION_VOICES.map((value) => ({ value, words: t(`sounds.voices.${value}`) }))]}
      onChoose={(value) => {
        setOwn({ voice: value });
        soundNow('new', value ?? usual);
      }}
    />
  );
}

function QuietChoice() {
  const { t } = useSpeech();
  const { quiet } = useOwn();
  const hours = usePicture(({ config }) => config.sounds.quiet);
  return (
    <OneOf
      heading={t('sounds.quiet')}
      name="quiet"
      chosen={quiet}
      options={[
        {
          value: 'house',
          words: hours === null ? t('sounds.quietHouseNone') : t('sounds.quietHouse', { ...hours }),
        },
        { value: 'off', words: t('sounds.quietUse.off') },
        { value: 'on', words: t('sounds.quietUse.on') },
      ]}
      onChoose={(value) => setOwn({ quiet: value })}
    />
  );
}

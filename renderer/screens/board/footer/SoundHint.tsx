import { useOwn } from '../../../app/useOwn.ts';
import { useSpeech } from '../../../app/words.ts';
import { useSpeakerState } from '../../../ui/sounds.ts';
import css from './SoundHint.module.css';

/** A screen that may not sound yet, or was told not to, says so: silence is only good news on a screen that could speak. */
export function SoundHint() {
  const { t } = useSpeech();
  const { volume } = useOwn();
  const speaker = useSpeakerState();
  if (volume > 0 && speaker === 'ready') return null;
  const why = volume === 0 ? 'soundOff' : speaker === 'none' ? 'soundNone' : 'soundWaits';
  return (
    <span className={css.hint} data-testid="sound-hint">
      {t(`footer.${why}`)}
    </span>
  );
}

import { useMemo } from 'react';
import { useOwn } from '../../../app/useOwn.ts';
import { useSpeech } from '../../../app/words.ts';
import { useSpeakerState } from '../../../ui/sounds.ts';
import { useAfterPaint } from '../../../ui/useAfterPaint.ts';
import css from './SoundHint.module.css';

/** A screen that may not sound yet, or was told not to, says so: silence is only good news on a screen that could speak. */
export function SoundHint() {
  const { t } = useSpeech();
  const { volume } = useOwn();
  const state = useSpeakerState();
  // The touch that lets the page sound also ends a press: the footer closes up a frame later, and not under that finger.
  const { speaker } = useAfterPaint(useMemo(() => ({ speaker: state }), [state]));
  if (volume > 0 && speaker === 'ready') return null;
  const why = volume === 0 ? 'soundOff' : speaker === 'none' ? 'soundNone' : 'soundWaits';
  return (
    <span className={css.hint} data-testid="sound-hint">
      {t(`footer.${why}`)}
    </span>
  );
}

import { useEffect, useState } from 'react';
import { useOwn } from '../../../app/useOwn.ts';
import { useSpeech } from '../../../app/words.ts';
import { maySound } from '../../../ui/sounds.ts';
import css from './SoundHint.module.css';

/** A screen that may not sound yet, or was told not to, says so: silence is only good news on a screen that could speak. */
export function SoundHint() {
  const { t } = useSpeech();
  const { volume } = useOwn();
  const [isMute, setMute] = useState(() => !maySound());
  useEffect(() => {
    if (!isMute) return undefined;
    // After the release, which is what browsers count as a touch.
    const touched = () => setTimeout(() => setMute(!maySound()));
    window.addEventListener('pointerup', touched);
    window.addEventListener('keyup', touched);
    return () => {
      window.removeEventListener('pointerup', touched);
      window.removeEventListener('keyup', touched);
    };
  }, [isMute]);
  if (volume > 0 && !isMute) return null;
  return (
    <span className={css.hint} data-testid="sound-hint">
      {t(volume === 0 ? 'footer.soundOff' : 'footer.soundWaits')}
    </span>
  );
}

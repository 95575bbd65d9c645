import { useEffect, useRef } from 'react';
import type { SoundName } from './sound/figures.ts';
import { playSound } from './sounds.ts';

/** Sounds what lies between two looks at the same thing. `soundBetween` gives null for what is quiet. */
export function useSoundOfChange<T>(look: T, soundBetween: (before: T, after: T) => SoundName | null): void {
  const before = useRef(look);
  useEffect(() => {
    const sound = soundBetween(before.current, look);
    before.current = look;
    if (sound !== null) playSound(sound);
  }, [look, soundBetween]);
}

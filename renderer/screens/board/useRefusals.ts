import { useCallback, useEffect, useState } from 'react';
import { playSound } from '../../ui/sounds.ts';

/** Long enough to read from a metre, short enough not to stand over the next press. */
const SHOWN_MS = 6000;

export interface RefusalNote {
  /** The ticket it is about; null: said in the footer. */
  readonly ticket: string | null;
  /** Key of its words. */
  readonly key: string;
  readonly at: number;
}

/** The last press that was not done, and why. With a dull click. */
export function useRefusals(): [RefusalNote | null, (ticket: string | null, key: string) => void] {
  const [note, setNote] = useState<RefusalNote | null>(null);
  useEffect(() => {
    if (note === null) return undefined;
    const timer = setTimeout(() => setNote(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [note]);
  const refuse = useCallback((ticket: string | null, key: string) => {
    playSound('dull');
    setNote({ ticket, key, at: performance.now() });
  }, []);
  return [note, refuse];
}

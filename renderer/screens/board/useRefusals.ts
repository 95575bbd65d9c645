import { useCallback, useEffect, useState } from 'react';
import { soundNow } from '../../ui/sounds.ts';

/** Long enough to read from a metre, short enough not to stand over the next press. */
const SHOWN_MS = 6000;

export interface RefusalNote {
  /** The ticket it is about; null: said in the footer. */
  readonly ticket: string | null;
  /** Key of its words. */
  readonly key: string;
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly at: number;
}

export type Refuse = (ticket: string | null, key: string, values?: Readonly<Record<string, string>>) => void;

/** The last press that was not done, and why. With a dull click. */
export function useRefusals(): [RefusalNote | null, Refuse] {
  const [note, setNote] = useState<RefusalNote | null>(null);
  useEffect(() => {
    if (note === null) return undefined;
    const timer = setTimeout(() => setNote(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [note]);
  const refuse = useCallback<Refuse>((ticket, key, values) => {
    soundNow('dull');
    setNote({ ticket, key, values, at: performance.now() });
  }, []);
  return [note, refuse];
}

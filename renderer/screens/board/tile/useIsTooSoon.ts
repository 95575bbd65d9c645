import { useEffect, useState } from 'react';
import { MOVED_MS } from '../PressGuard.ts';

/** The second tap of a double one is no undo: refused where it lands, and said before to whoever asks the page instead of the glass. */
export function useIsTooSoon(): boolean {
  const [isTooSoon, setTooSoon] = useState(true);
  useEffect(() => {
    const waiting = window.setTimeout(() => setTooSoon(false), MOVED_MS);
    return () => window.clearTimeout(waiting);
  }, []);
  return isTooSoon;
}

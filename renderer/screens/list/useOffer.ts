import { useEffect, useState } from 'react';
import { UNDO_MS } from '../board/places.ts';

/** What may be undone, until its time is over. */
export function useOffer<T>(): [T | null, (offer: T | null) => void] {
  const [offer, setOffer] = useState<T | null>(null);
  useEffect(() => {
    if (offer === null) return undefined;
    const timer = setTimeout(() => setOffer(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [offer]);
  return [offer, setOffer];
}

import { useCallback, useEffect, useState } from 'react';

/** RUN ANYWAY is offered for 3 s after the first press. */
const ARMED_MS = 3000;

export function useArmed(): [boolean, () => void] {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    if (!isArmed) return undefined;
    const timer = setTimeout(() => setArmed(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [isArmed]);
  return [isArmed, useCallback(() => setArmed(true), [])];
}

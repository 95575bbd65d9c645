import { useEffect, useState } from 'react';
import { usePort } from '../../../app/portContext.ts';

/** An answer usually comes before anybody could read that it has not: words that come and go with each press tell nobody anything. */
const WORTH_SAYING_MS = 1_000;

/** Presses the hub has not answered, once one of them has waited a while; else 0. */
export function useWaitingPresses(): number {
  const port = usePort();
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLong = false;
    const look = () => {
      const { pending } = port.get();
      if (pending === 0) {
        clearTimeout(timer);
        timer = undefined;
        isLong = false;
      } else
        timer ??= setTimeout(() => {
          isLong = true;
          look();
        }, WORTH_SAYING_MS);
      setWaiting(isLong ? pending : 0);
    };
    look();
    const stop = port.subscribe(look);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [port]);
  return waiting;
}

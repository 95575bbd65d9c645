import { useEffect, useRef, useState } from 'react';
import { usePort } from '../../app/portContext.ts';
import { useGlass } from '../../theme/useGlass.ts';
import { handClock } from '../handClock.ts';
import { PressWatch } from './PressWatch.ts';
import { usePageContacts } from './pressContext.ts';

/** The hands on a page that is one screen: hand it to `PressProvider`. */
export function useScreenWatch(): PressWatch {
  const port = usePort();
  const { glass } = useGlass();
  const pxPerMm = useRef(glass.pxPerMm);
  useEffect(() => {
    pxPerMm.current = glass.pxPerMm;
  }, [glass]);
  const [watch] = useState(
    () =>
      new PressWatch(handClock, {
        pxPerMm: () => pxPerMm.current,
        onFingers: () => undefined,
        seen: () => port.get().seq,
      }),
  );
  usePageContacts(watch);
  return watch;
}

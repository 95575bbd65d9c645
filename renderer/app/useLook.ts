import { useMemo } from 'react';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { State } from '../../shared/domain/model/state.ts';
import { useTick } from '../ui/useTick.ts';
import { usePicture, usePort } from './portContext.ts';
import type { ScreenPicture } from './screenPort.ts';

const MINUTE_MS = 60_000;

/**
 * What a selector makes of the state on the glass: looked at again when anything changes, and each minute; drawn again only when it gives another
 * thing. Keep `by` the same between renders.
 */
export function useLook<T>(by: (state: State, config: HouseConfig, now: number) => T): T {
  const port = usePort();
  const minute = useTick((now) => Math.floor(now / MINUTE_MS));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new minute is a new look
  const look = useMemo(() => {
    let known: { readonly picture: ScreenPicture; readonly made: T } | null = null;
    return (picture: ScreenPicture): T => {
      // Asked again with the same picture it must give the same thing.
      known = known?.picture === picture ? known : { picture, made: port.look(by) };
      return known.made;
    };
  }, [port, by, minute]);
  return usePicture(look);
}

import { useMemo } from 'react';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { State } from '../../shared/domain/model/state.ts';
import { useTick } from '../ui/useTick.ts';
import { usePicture, usePort } from './portContext.ts';

const MINUTE_MS = 60_000;

/** What a selector makes of the state on the glass: again when anything changes, and each minute. Keep `by` the same between renders. */
export function useLook<T>(by: (state: State, config: HouseConfig, now: number) => T): T {
  const port = usePort();
  const picture = usePicture((all) => all);
  const minute = useTick((now) => Math.floor(now / MINUTE_MS));
  // biome-ignore lint/correctness/useExhaustiveDependencies: picture and minute say when to look again
  return useMemo(() => port.look(by), [port, by, picture, minute]);
}

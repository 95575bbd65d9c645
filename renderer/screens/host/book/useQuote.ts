import { useMemo } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type Asking, type Quote, quoteFor } from '../../../../shared/domain/selectors/quote.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useTick } from '../../../ui/useTick.ts';

const MINUTE_MS = 60_000;
const partiesOf = (state: State) => state.parties;
const doorOf = (state: State) => state.door;

/** What a party may be told now. The whole evening is played through for it: not at every bump, only when the door or the minute is another. */
export function useQuote({ covers, durationMinutes, id }: Asking): Quote | null {
  const port = usePort();
  const parties = useLook(partiesOf);
  const door = useLook(doorOf);
  const config = usePicture((picture) => picture.config);
  const minute = useTick((now) => Math.floor(now / MINUTE_MS));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the quote is made of stands in the state
  return useMemo(
    () => port.look((state, house, now) => quoteFor(state, house, now, { covers, durationMinutes, id })),
    [port, parties, door, config, minute, covers, durationMinutes, id],
  );
}

import type { HouseConfig } from '../../config/houseConfig.ts';
import type { State } from '../model/state.ts';
import { coverPace } from './coverPace.ts';
import { kitchenLoad } from './kitchenLoad.ts';
import type { ReasonOf } from './seatReasons.ts';

/** Four quarters: who sits down later than that orders from a kitchen nobody can foresee now. */
const QUARTERS_AHEAD = 4;

/**
 * Rule S57: whether the kitchen has room for a party that sits down now. A station over its pace (rule S65) has none until it is through with
 * what it has. Otherwise there is room until the next quarter of an hour whose covers, seated and expected, reach the limit of the shift: the
 * house's own number of what its kitchen takes.
 */
export function kitchenRoom(state: State, config: HouseConfig, now: number): ReasonOf<'busy' | 'room'> {
  const [worst] = kitchenLoad(state, config, now);
  if (worst && (worst.pace === 'busy' || worst.pace === 'behind'))
    return {
      kind: 'busy',
      station: worst.station,
      isBehind: worst.pace === 'behind',
      until: worst.busyUntil,
    };
  const full = coverPace(state, config, now, { before: 0, after: QUARTERS_AHEAD })
    .slice(1)
    .find(({ seated, expected, limit }) => limit !== null && seated + expected >= limit);
  const station = worst === undefined || worst.pace === 'idle' ? null : worst.station;
  return { kind: 'room', station, until: full?.at ?? null };
}

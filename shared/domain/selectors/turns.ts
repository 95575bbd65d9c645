import type { HouseConfig } from '../../config/houseConfig.ts';
import type { PartyLive } from '../model/party.ts';
import { isSeated } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';

const MINUTE_MS = 60_000;
/** Fewer turns than these are chance. */
const LEAST_TURNS = 3;

/** Sizes whose turns are told apart: up to two covers, up to four, more. */
export type TurnSize = 'two' | 'four' | 'more';
export const TURN_SIZES: readonly TurnSize[] = ['two', 'four', 'more'];

export function turnSize(covers: number): TurnSize {
  if (covers <= 2) return 'two';
  return covers <= 4 ? 'four' : 'more';
}

/** How long parties of each size sit, ms. */
export type Turns = Readonly<Record<TurnSize, number>>;

/** What the house says of them, before anybody has sat: all that is known of another day. */
export function houseTurns({ floor: { turnMinutes } }: HouseConfig): Turns {
  const { two, four, more } = turnMinutes;
  return { two: two * MINUTE_MS, four: four * MINUTE_MS, more: more * MINUTE_MS };
}

/**
 * Rule S60: the median of this service day's finished turns of that size, from three on; before that the house's own word. Who still sits beyond
 * it counts with the time so far: early in the evening only the quick ones have finished.
 */
export function turnsTonight(state: State, config: HouseConfig, now: number): Turns {
  const house = houseTurns(config);
  const finished: Record<TurnSize, number[]> = { two: [], four: [], more: [] };
  const overtime: Record<TurnSize, number[]> = { two: [], four: [], more: [] };
  for (const { live } of state.parties.values()) {
    if (live.day !== state.day || live.seatedAt === null) continue;
    const size = turnSize(live.covers);
    if (live.leftAt !== null) finished[size].push(live.leftAt - live.seatedAt);
    else if (isSeated(live) && now - live.seatedAt > house[size]) overtime[size].push(now - live.seatedAt);
  }
  const of = (size: TurnSize) =>
    finished[size].length >= LEAST_TURNS ? median([...finished[size], ...overtime[size]]) : house[size];
  return { two: of('two'), four: of('four'), more: of('more') };
}

/** How long this party is expected to sit, ms: what its booking says goes first. */
export function turnOf(
  { covers, durationMinutes }: Pick<PartyLive, 'covers' | 'durationMinutes'>,
  turns: Turns,
): number {
  return durationMinutes === null ? turns[turnSize(covers)] : durationMinutes * MINUTE_MS;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

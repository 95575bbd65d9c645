import type { HouseConfig } from '../../config/houseConfig.ts';
import { isOver, isSeated } from '../model/partyStates.ts';
import { limitAt, QUARTER_MS, quarterOf } from '../model/quarters.ts';
import type { State } from '../model/state.ts';

export interface Quarter {
  /** Begin of the quarter of an hour, hub time. */
  readonly at: number;
  /** Covers that sat down in it. */
  readonly seated: number;
  /** Covers booked for it who are not seated yet; who is late counts in the present one. */
  readonly expected: number;
  /** null: nobody counts. */
  readonly limit: number | null;
}

/** Covers by the quarter of an hour, from `before` quarters ago to `after` ahead. Cancelled and no shows are nobody's covers. */
export function coverPace(
  state: State,
  config: HouseConfig,
  now: number,
  { before, after }: { readonly before: number; readonly after: number },
): Quarter[] {
  const seated = new Map<number, number>();
  const expected = new Map<number, number>();
  const add = (to: Map<number, number>, at: number, covers: number) =>
    to.set(quarterOf(at), (to.get(quarterOf(at)) ?? 0) + covers);
  for (const { live } of state.parties.values()) {
    if (live.seatedAt !== null) add(seated, live.seatedAt, live.covers);
    else if (live.at !== null && !isSeated(live) && !isOver(live))
      add(expected, Math.max(live.at, live.etaAt ?? 0, now), live.covers);
  }
  return Array.from({ length: before + after + 1 }, (_, n) => {
    const at = quarterOf(now) + (n - before) * QUARTER_MS;
    return {
      at,
      seated: seated.get(at) ?? 0,
      expected: expected.get(at) ?? 0,
      limit: limitAt(config, at),
    };
  });
}

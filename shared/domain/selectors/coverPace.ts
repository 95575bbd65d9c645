import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Party, PartyLive } from '../model/party.ts';
import { isOver } from '../model/partyStates.ts';
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
    const place = placeOf(live, now);
    if (place !== null) add(place.isSeated ? seated : expected, place.at, live.covers);
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

/** Who is counted in the quarter that begins at `at`, in the order of their coming. */
export function partiesInQuarter(
  state: State,
  now: number,
  at: number,
): { seated: readonly Party[]; expected: readonly Party[] } {
  const found = [...state.parties.values()].flatMap((party) => {
    const place = placeOf(party.live, now);
    return place !== null && quarterOf(place.at) === at ? [{ party, ...place }] : [];
  });
  const inOrder = found.toSorted((a, b) => a.at - b.at || a.party.receivedSeq - b.party.receivedSeq);
  const of = (wanted: boolean) => inOrder.filter((one) => one.isSeated === wanted).map(({ party }) => party);
  return { seated: of(true), expected: of(false) };
}

/** When a party sat down, or is expected to; null: neither. */
function placeOf(live: PartyLive, now: number): { at: number; isSeated: boolean } | null {
  if (live.seatedAt !== null) return { at: live.seatedAt, isSeated: true };
  if (live.at === null || isOver(live)) return null;
  return { at: Math.max(live.at, live.etaAt ?? 0, now), isSeated: false };
}

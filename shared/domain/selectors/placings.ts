import type { Party, PartyLive } from '../model/party.ts';
import { isExpected } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';
import { doorList } from './doorList.ts';
import type { Taken } from './tableTimes.ts';
import { fittingUnits, type TableUnit } from './tableUnits.ts';
import { type Turns, turnOf } from './turns.ts';

/** The places that hold so many, closest fit first. */
export type Fitting = (covers: number) => readonly TableUnit[];

/** Sorted once for each number of covers: an evening is played through some dozen times for one party. */
export function fittingOf(units: readonly TableUnit[]): Fitting {
  const known = new Map<number, readonly TableUnit[]>();
  return (covers) => {
    const fitting = known.get(covers) ?? fittingUnits(units, covers);
    known.set(covers, fitting);
    return fitting;
  };
}

/** The tables of an evening and when each is taken; whoever is placed takes more of them. */
export interface Places {
  readonly fitting: Fitting;
  readonly times: Map<string, Taken[]>;
  readonly turns: Turns;
  readonly now: number;
}

/** Where a party without a table is expected to sit, and from when until when, hub time. */
export interface Place extends Taken {
  readonly unit: TableUnit;
}

/**
 * Rule S62: each gets, in turn, the table that is free for the whole of their stay first, and takes it from those after. Quotes and the
 * suggestions count with this alone. null: no table of the plan holds them, or none is ever free.
 */
export function placeInTurn(parties: readonly Party[], places: Places): Map<Party, Place | null> {
  const placed = new Map<Party, Place | null>();
  for (const party of parties) {
    const { live } = party;
    const from = isExpected(live) ? Math.max(places.now, live.etaAt ?? live.at ?? places.now) : places.now;
    const place = firstFree(live, places, from);
    if (place) for (const table of place.unit.tables) places.times.get(table)?.push(place);
    placed.set(party, place);
  }
  return placed;
}

/** The earliest stretch as long as their turn; of several at once the closest fit. */
export function firstFree(
  who: Pick<PartyLive, 'covers' | 'durationMinutes'>,
  { fitting, times, turns, now }: Places,
  after = now,
): Place | null {
  const turn = turnOf(who, turns);
  let best: Place | null = null;
  for (const unit of fitting(who.covers)) {
    const taken = unit.tables.flatMap((table) => times.get(table) ?? []);
    const from = gapIn(taken, turn, after);
    if (Number.isFinite(from) && (best === null || from < best.from)) best = { unit, from, to: from + turn };
    // Closest fit first: none after it is better.
    if (from === after) break;
  }
  return best;
}

function gapIn(taken: readonly Taken[], length: number, after: number): number {
  if (!taken.some((one) => one.from < after + length && one.to > after)) return after;
  let from = after;
  for (const one of taken.toSorted((a, b) => a.from - b.from))
    if (one.from < from + length && one.to > from) from = one.to;
  return from;
}

/** Who is here and has no table yet, in the order they are served, each list by itself. Those with a table of their own hold it in `tableTimes`. */
export function waitingBefore(
  state: State,
  now: number,
  id: Party['id'] | null,
): readonly [Party[], Party[]] {
  const { atTheDoor, waitlist } = doorList(state, now);
  const before = (list: readonly Party[]) => {
    const place = list.findIndex((party) => party.id === id);
    return (place < 0 ? list : list.slice(0, place)).filter(({ live }) => live.tables.length === 0);
  };
  const isAtTheDoor = atTheDoor.some((party) => party.id === id);
  return [before(atTheDoor), isAtTheDoor ? [] : before(waitlist)];
}

/** Bookings of today that a table will have to be found for, by time. */
export function bookedNoTable(state: State): Party[] {
  return [...state.parties.values()]
    .filter(({ live, kind }) => {
      const isToCome = live.day === state.day && isExpected(live) && kind !== 'waitlist';
      return isToCome && live.at !== null && live.tables.length === 0;
    })
    .sort((a, b) => (a.live.at ?? 0) - (b.live.at ?? 0));
}

import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Party, PartyLive } from '../model/party.ts';
import { isExpected } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';
import { doorList } from './doorList.ts';
import { type Taken, tableTimes } from './tableTimes.ts';
import { fittingUnits, type TableUnit, tableUnits } from './tableUnits.ts';
import { type Turns, turnOf, turnsTonight } from './turns.ts';

const MINUTE_MS = 60_000;
/** What a host says aloud. */
const ROUND_MINUTES = 5;
/** Nobody is asked to wait longer than this: the table counts as not to be had. */
const LONGEST_MS = 4 * 60 * MINUTE_MS;

/** What a party may be told, and why. */
export interface Quote {
  /** Rounded up to 5 min; 0: a table is free now. */
  readonly minutes: number;
  readonly tables: readonly string[];
  /** When that table is theirs, hub time. */
  readonly at: number;
  /** Parties that are served before them: at the door, or longer on the waitlist. */
  readonly ahead: number;
  /** Rule S64: somebody ahead, whom that table would hold too, still waits for longer than this by what they were told. */
  readonly told: { readonly party: Party['id']; readonly minutes: number } | null;
}

/** Who asks. */
export type Asking = Pick<PartyLive, 'covers' | 'durationMinutes'> & {
  /** A party that waits already is quoted anew as of its own place; null: it would come last. */
  readonly id: Party['id'] | null;
};

/**
 * Rules S60 to S64: how long a party would wait. Everybody before it gets, in turn, the table that is free for the whole of their stay first;
 * what is left is its own. null: no table of the plan holds them, or none is free in the next four hours.
 */
export function quoteFor(state: State, config: HouseConfig, now: number, asking: Asking): Quote | null {
  const turns = turnsTonight(state, config, now);
  const units = tableUnits(config, state.door);
  const times = tableTimes(state, config, turns, now, asking.id);
  const [atTheDoor, waitlist] = waitingBefore(state, now, asking.id);
  for (const { live } of [...atTheDoor, ...promisedNoTable(state), ...waitlist]) {
    const from = isExpected(live) ? Math.max(now, live.etaAt ?? live.at ?? now) : now;
    const place = firstFree(units, times, live, turns, from);
    if (place) occupy(times, place);
  }
  const ahead = [...atTheDoor, ...waitlist];
  const place = firstFree(units, times, asking, turns, now);
  if (place === null || place.from - now > LONGEST_MS) return null;
  const minutes = Math.ceil((place.from - now) / MINUTE_MS / ROUND_MINUTES) * ROUND_MINUTES;
  const told = longestTold(ahead, units, place.unit, now);
  return {
    minutes,
    tables: place.unit.tables,
    at: place.from,
    ahead: ahead.length,
    told: told !== null && told.minutes > minutes ? told : null,
  };
}

/** Who is here and has no table yet, in the order they are served, each list by itself. Those with a table of their own hold it in `tableTimes`. */
function waitingBefore(state: State, now: number, id: Party['id'] | null): readonly [Party[], Party[]] {
  const { atTheDoor, waitlist } = doorList(state, now);
  const before = (list: readonly Party[]) => {
    const place = list.findIndex((party) => party.id === id);
    return (place < 0 ? list : list.slice(0, place)).filter(({ live }) => live.tables.length === 0);
  };
  const isAtTheDoor = atTheDoor.some((party) => party.id === id);
  return [before(atTheDoor), isAtTheDoor ? [] : before(waitlist)];
}

/** Bookings of today that a table will have to be found for, by time. */
function promisedNoTable(state: State): Party[] {
  return [...state.parties.values()]
    .filter(({ live, kind }) => {
      const isToCome = live.day === state.day && isExpected(live) && kind !== 'waitlist';
      return isToCome && live.at !== null && live.tables.length === 0;
    })
    .sort((a, b) => (a.live.at ?? 0) - (b.live.at ?? 0));
}

interface Place extends Taken {
  readonly unit: TableUnit;
}

/** The earliest stretch as long as their turn; of several at once the closest fit. */
function firstFree(
  units: readonly TableUnit[],
  times: ReadonlyMap<string, readonly Taken[]>,
  who: Pick<PartyLive, 'covers' | 'durationMinutes'>,
  turns: Turns,
  after: number,
): Place | null {
  const turn = turnOf(who, turns);
  let best: Place | null = null;
  for (const unit of fittingUnits(units, who.covers)) {
    const taken = unit.tables.flatMap((table) => times.get(table) ?? []);
    const from = gapIn(taken, turn, after);
    if (Number.isFinite(from) && (best === null || from < best.from)) best = { unit, from, to: from + turn };
  }
  return best;
}

function gapIn(taken: readonly Taken[], length: number, after: number): number {
  let from = after;
  for (const one of taken.toSorted((a, b) => a.from - b.from))
    if (one.from < from + length && one.to > from) from = one.to;
  return from;
}

function occupy(times: Map<string, Taken[]>, { unit, from, to }: Place): void {
  for (const table of unit.tables) times.get(table)?.push({ from, to });
}

/** What is left of the longest wait that somebody ahead was told, of those whom the same table would hold. */
function longestTold(
  ahead: readonly Party[],
  units: readonly TableUnit[],
  unit: TableUnit,
  now: number,
): Quote['told'] {
  const told = ahead.flatMap(({ id, live, receivedAt }) => {
    const { quotedMinutes } = live;
    if (quotedMinutes === null || !fittingUnits(units, live.covers).includes(unit)) return [];
    const minutes = Math.ceil((quotedMinutes * MINUTE_MS - (now - receivedAt)) / MINUTE_MS);
    return minutes > 0 ? [{ party: id, minutes }] : [];
  });
  return told.toSorted((a, b) => b.minutes - a.minutes)[0] ?? null;
}

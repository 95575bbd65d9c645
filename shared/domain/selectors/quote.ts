import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Party, PartyLive } from '../model/party.ts';
import type { State } from '../model/state.ts';
import { bookedNoTable, type Fitting, firstFree, fittingOf, placeInTurn, waitingBefore } from './placings.ts';
import { tableTimes } from './tableTimes.ts';
import { type TableUnit, tableUnits } from './tableUnits.ts';
import { turnsTonight } from './turns.ts';

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
  const fitting = fittingOf(tableUnits(config, state.door));
  const times = tableTimes(state, config, turns, now, asking.id);
  const [atTheDoor, waitlist] = waitingBefore(state, now, asking.id);
  placeInTurn([...atTheDoor, ...bookedNoTable(state), ...waitlist], { fitting, times, turns, now });
  const ahead = [...atTheDoor, ...waitlist];
  const place = firstFree(asking, { fitting, times, turns, now });
  if (place === null || place.from - now > LONGEST_MS) return null;
  const minutes = Math.ceil((place.from - now) / MINUTE_MS / ROUND_MINUTES) * ROUND_MINUTES;
  const told = longestTold(ahead, fitting, place.unit, now);
  return {
    minutes,
    tables: place.unit.tables,
    at: place.from,
    ahead: ahead.length,
    told: told !== null && told.minutes > minutes ? told : null,
  };
}

/** What is left of the longest wait that somebody ahead was told, of those whom the same table would hold. */
function longestTold(ahead: readonly Party[], fitting: Fitting, unit: TableUnit, now: number): Quote['told'] {
  const told = ahead.flatMap(({ id, live, receivedAt }) => {
    const { quotedMinutes } = live;
    if (quotedMinutes === null || !fitting(live.covers).includes(unit)) return [];
    const minutes = Math.ceil((quotedMinutes * MINUTE_MS - (now - receivedAt)) / MINUTE_MS);
    return minutes > 0 ? [{ party: id, minutes }] : [];
  });
  return told.toSorted((a, b) => b.minutes - a.minutes)[0] ?? null;
}

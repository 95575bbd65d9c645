import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Party } from '../model/party.ts';
import type { State } from '../model/state.ts';
import { bookedNoTable, fittingOf, type Place, placeInTurn, waitingBefore } from './placings.ts';
import type { ReasonOf } from './seatReasons.ts';
import { type Taken, tableTimes, takenFromNow } from './tableTimes.ts';
import { tableUnits } from './tableUnits.ts';
import type { Turns } from './turns.ts';

/** What is known of the evening before any party is asked about. */
interface Tonight {
  readonly state: State;
  readonly config: HouseConfig;
  readonly now: number;
  readonly turns: Turns;
}

type Placed = ReadonlyMap<Party, Place | null>;

/** Who would have to wait for a table, or get none, if so many of the party sat down at these now; null: nobody. */
export type NeededFor = (tables: readonly string[], covers: number) => ReasonOf<'needed'> | null;

/**
 * Rule S59, counted as a quote is (S62): the evening is played through with the party where it is now, and once more with it at the tables
 * in question. Of bookings that no table is promised, the first that comes off worse needs them. Only tables that somebody would have been
 * given meanwhile are played a second time: any other leaves everybody where they were.
 */
export function neededFor({ state, config, now, turns }: Tonight, party: Party): NeededFor {
  const booked = bookedNoTable(state).filter(({ id }) => id !== party.id);
  if (booked.length === 0) return () => null;
  const [atTheDoor] = waitingBefore(state, now, party.id);
  const fitting = fittingOf(tableUnits(config, state.door));
  const play = (times: Map<string, Taken[]>): Placed =>
    placeInTurn([...atTheDoor, ...booked], { fitting, times, turns, now });
  const timesWithout = tableTimes(state, config, turns, now, party.id);
  const without = play(copyOf(timesWithout));
  const isPlaced = party.live.tables.length > 0;
  const asItIs = isPlaced ? play(tableTimes(state, config, turns, now)) : without;
  return (tables, covers) => {
    const taken = takenFromNow({ ...party.live, covers }, turns, now);
    if (!isInUse(without, tables, taken)) return null;
    const times = copyOf(timesWithout);
    for (const table of tables) times.get(table)?.push(taken);
    const there = play(times);
    const first = booked.find((one) => startOf(there, one) > startOf(asItIs, one));
    if (first === undefined) return null;
    const { live } = first;
    return { kind: 'needed', party: first.id, at: live.etaAt ?? live.at ?? now, covers: live.covers };
  };
}

const copyOf = (times: ReadonlyMap<string, readonly Taken[]>): Map<string, Taken[]> =>
  new Map([...times].map(([table, taken]) => [table, [...taken]]));

const startOf = (placed: Placed, party: Party): number => placed.get(party)?.from ?? Number.POSITIVE_INFINITY;

function isInUse(placed: Placed, tables: readonly string[], { from, to }: Taken): boolean {
  return [...placed.values()].some(
    (place) =>
      place !== null &&
      place.from < to &&
      place.to > from &&
      place.unit.tables.some((table) => tables.includes(table)),
  );
}

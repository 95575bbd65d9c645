import type { HouseConfig } from '../../config/houseConfig.ts';
import { standingOf } from '../model/door.ts';
import type { Party, PartyLive } from '../model/party.ts';
import { isOver, isSeated } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';
import { sittingStage } from './tableStage.ts';
import { type Turns, turnOf } from './turns.ts';

const MINUTE_MS = 60_000;
/** Guests who have sat out their turn, or have paid, are given so long: nobody is thrown out, and few stay much longer. */
const OVERTIME_MS = 10 * MINUTE_MS;
/** From plates and crumbs to a laid table. */
const CLEANING_MS = 5 * MINUTE_MS;

/** A stretch in which a table is somebody's, hub time. */
export interface Taken {
  readonly from: number;
  readonly to: number;
}

/** Rule S61: when who sits leaves: after their turn; 10 min from now where that is over, or where all is paid. */
export function leavesAt(state: State, party: Party, turns: Turns, now: number): number {
  const { live } = party;
  const tickets = live.tickets.flatMap((id) => state.tickets.get(id) ?? []);
  const isPaid = sittingStage(tickets, party).stage === 'paid';
  const turnEnd = (live.seatedAt ?? now) + turnOf(live, turns);
  return isPaid ? Math.min(Math.max(turnEnd, now), now + OVERTIME_MS) : Math.max(turnEnd, now + OVERTIME_MS);
}

/**
 * When each table of the plan is taken from now on: by who sits there and the cleaning after, by a block, and by bookings that are promised it.
 * Who is late, or due and not here, is kept the table for from now on. `but`: a party that is itself looked after.
 */
export function tableTimes(
  state: State,
  config: HouseConfig,
  turns: Turns,
  now: number,
  but: Party['id'] | null = null,
): Map<string, Taken[]> {
  const times = new Map<string, Taken[]>();
  const take = (table: string, taken: Taken) => times.get(table)?.push(taken);
  for (const { id } of config.floor.tables) {
    times.set(id, []);
    const { blocked, dirtySince } = standingOf(state.door, id);
    if (blocked !== null) take(id, { from: now, to: blocked.until ?? Number.POSITIVE_INFINITY });
    if (dirtySince !== null) take(id, { from: now, to: now + CLEANING_MS });
  }
  for (const party of state.parties.values()) {
    const { live } = party;
    if (party.id === but || isOver(live) || live.day > state.day) continue;
    for (const table of live.tables) {
      if (isSeated(live)) take(table, { from: now, to: leavesAt(state, party, turns, now) + CLEANING_MS });
      else take(table, promisedTo(party, turns, now));
    }
  }
  return times;
}

/** How long a table is theirs if they sit down at it now, cleaning and all. */
export function takenFromNow(
  who: Pick<PartyLive, 'covers' | 'durationMinutes'>,
  turns: Turns,
  now: number,
): Taken {
  return { from: now, to: now + Math.max(turnOf(who, turns), OVERTIME_MS) + CLEANING_MS };
}

function promisedTo({ live }: Party, turns: Turns, now: number): Taken {
  const from = Math.max(now, live.etaAt ?? live.at ?? now);
  return { from, to: from + turnOf(live, turns) + CLEANING_MS };
}

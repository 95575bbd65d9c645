import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId } from '../../lib/ids.ts';
import { isCookingAt, isLive, partAt, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { fireClockOf, type Portion } from './fireClock.ts';

const MINUTE_MS = 60_000;
/** A station's pace is what it made ready in this time: long enough to hold a whole course, short enough to be the rush's and not the lull's before it. */
const PACE_MS = 30 * MINUTE_MS;
/** Fewer portions than these tell of no pace. */
const LEAST_FOR_PACE = 4;

/** `idle`: nothing fired is open. `room`: it will be ready in time. `busy`: at its pace some of it will be late. `behind`: some is late. */
export type Pace = 'idle' | 'room' | 'busy' | 'behind';

export interface StationLoad {
  readonly station: StationId;
  readonly pace: Pace;
  /** Portions fired and not ready there. */
  readonly cooking: number;
  /** Portions of it whose clock is LATE. */
  readonly late: number;
  /** Portions made ready there in the last 30 min. */
  readonly made: number;
  /** When what is fired now will have been made, hub time: at its pace, else when the last clock of it turns LATE. null: nothing is open. */
  readonly busyUntil: number | null;
}

const GRAVITY: Readonly<Record<Pace, number>> = { behind: 3, busy: 2, room: 1, idle: 0 };

/**
 * Rule S65: how loaded each open station is, worst first. Held courses and tickets left from yesterday are no load; food on paper is. A station
 * is over its pace where the portions open now, at the portions a minute of its last 30 min, would take longer than the last of their clocks allows.
 */
export function kitchenLoad(state: State, config: HouseConfig, now: number): StationLoad[] {
  const sums = new Map<StationId, Sum>();
  for (const { id, state: opening } of config.stations)
    if (opening === 'open') sums.set(id as StationId, blank());
  for (const ticket of state.tickets.values())
    if (!ticket.isLeftFromYesterday) addTicket(sums, ticket, config, now);
  const order = [...sums.keys()];
  return order
    .map((station) => loadOf(station, sums.get(station) ?? blank(), now))
    .sort(
      (a, b) =>
        GRAVITY[b.pace] - GRAVITY[a.pace] ||
        (b.busyUntil ?? 0) - (a.busyUntil ?? 0) ||
        order.indexOf(a.station) - order.indexOf(b.station),
    );
}

interface Sum {
  cooking: number;
  late: number;
  made: number;
  /** Of the clocks of all that is open, when the last turns LATE. */
  lastLateAt: number;
}

const blank = (): Sum => ({ cooking: 0, late: 0, made: 0, lastLateAt: 0 });

function addTicket(sums: Map<StationId, Sum>, ticket: Ticket, config: HouseConfig, now: number): void {
  const open = new Map<StationId, Portion[]>();
  for (const item of ticket.items) {
    for (const batch of item.batches) {
      for (const { station, ready, readyAt } of isLive(batch) ? batch.parts : []) {
        const sum = sums.get(station);
        if (sum && readyAt !== null && now - readyAt <= PACE_MS) sum.made = rounded(sum.made + ready);
        if (isCookingAt(batch, station)) open.set(station, [...(open.get(station) ?? []), { item, batch }]);
      }
    }
  }
  for (const [station, portions] of open) {
    const sum = sums.get(station);
    const clock = fireClockOf(ticket, portions, config);
    if (!sum || clock === null) continue;
    const count = rounded(
      portions.reduce((all, { batch }) => all + batch.quantity - (partAt(batch, station)?.ready ?? 0), 0),
    );
    sum.cooking = rounded(sum.cooking + count);
    if (now >= clock.lateAt) sum.late = rounded(sum.late + count);
    sum.lastLateAt = Math.max(sum.lastLateAt, clock.lateAt);
  }
}

function loadOf(station: StationId, { cooking, late, made, lastLateAt }: Sum, now: number): StationLoad {
  const about = { station, cooking, late, made };
  if (cooking === 0) return { ...about, pace: 'idle', busyUntil: null };
  const atPace = made >= LEAST_FOR_PACE ? now + (cooking / made) * PACE_MS : null;
  const busyUntil = atPace ?? Math.max(now, lastLateAt);
  const isOver = atPace !== null && atPace > lastLateAt;
  return { ...about, pace: late > 0 ? 'behind' : isOver ? 'busy' : 'room', busyUntil };
}

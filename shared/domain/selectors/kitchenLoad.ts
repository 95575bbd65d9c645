import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId } from '../../lib/ids.ts';
import { isCookingAt, isLive, partAt, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { fireClockOf, type Portion } from './fireClock.ts';

const MINUTE_MS = 60_000;
/** A station's pace is what it made ready in this time: long enough to hold a whole course, short enough to be the rush's and not the lull's before it. */
const PACE_MS = 30 * MINUTE_MS;
/** Fewer portions than these, made or open, tell of no pace and fill no station: they are cooked side by side. */
const LEAST_FOR_PACE = 5;

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
  /** When what is fired now will have been made, hub time: when the last clock of it turns LATE, at its pace where that is later. null: nothing is open. */
  readonly busyUntil: number | null;
}

const GRAVITY: Readonly<Record<Pace, number>> = { behind: 3, busy: 2, room: 1, idle: 0 };

/**
 * Rule S65: how loaded each open station is, worst first. Held courses and tickets left from yesterday are no load; food on paper is. A station
 * is over its pace where the portions open now would take longer than the last of their clocks allows, at the portions a minute it made in the
 * last 30 min while it had any to make: what it did not make because nobody ordered says nothing.
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
  /** From fire to ready, or to now, of each batch within the last 30 min. */
  readonly work: { readonly from: number; readonly to: number }[];
}

const blank = (): Sum => ({ cooking: 0, late: 0, made: 0, lastLateAt: 0, work: [] });

function addTicket(sums: Map<StationId, Sum>, ticket: Ticket, config: HouseConfig, now: number): void {
  const open = new Map<StationId, Portion[]>();
  for (const item of ticket.items) {
    for (const batch of item.batches) {
      for (const { station, ready, readyAt } of isLive(batch) ? batch.parts : []) {
        const sum = sums.get(station);
        if (sum && readyAt !== null && now - readyAt <= PACE_MS) sum.made = rounded(sum.made + ready);
        const to = readyAt ?? now;
        if (sum && batch.firedAt !== null && now - to <= PACE_MS)
          sum.work.push({ from: Math.max(batch.firedAt, now - PACE_MS), to });
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

function loadOf(station: StationId, sum: Sum, now: number): StationLoad {
  const { cooking, late, made, lastLateAt } = sum;
  const about = { station, cooking, late, made };
  if (cooking === 0) return { ...about, pace: 'idle', busyUntil: null };
  const atPace = Math.min(made, cooking) >= LEAST_FOR_PACE ? now + (cooking / made) * workMs(sum) : null;
  if (atPace !== null && atPace > lastLateAt)
    return { ...about, pace: late > 0 ? 'behind' : 'busy', busyUntil: atPace };
  return { ...about, pace: late > 0 ? 'behind' : 'room', busyUntil: Math.max(now, lastLateAt) };
}

/** How long it had anything to make. */
function workMs({ work }: Sum): number {
  let sum = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of work.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}

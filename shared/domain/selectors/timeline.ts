import type { HouseConfig } from '../../config/houseConfig.ts';
import { shiftsOfDay } from '../../config/shiftsOfDay.ts';
import { shiftTimes } from '../../config/shiftTimes.ts';
import type { PartyId, ServiceDay } from '../../lib/ids.ts';
import type { Party } from '../model/party.ts';
import { isAtTheDoor, isOver, isSeated } from '../model/partyStates.ts';
import { QUARTER_MS, quarterOf } from '../model/quarters.ts';
import type { State } from '../model/state.ts';
import { leavesAt } from './tableTimes.ts';
import { houseTurns, type Turns, turnOf, turnsTonight } from './turns.ts';

const HOUR_MS = 60 * 60_000;
/** Without shifts the glass shows so much. */
const BEFORE_MS = HOUR_MS;
const AFTER_MS = 5 * HOUR_MS;

export interface TimelineBar {
  readonly party: PartyId;
  readonly person: Party['person'];
  readonly covers: number;
  /** Hub time; of who has left, as it was. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'booked' | 'late' | 'here' | 'seated' | 'over';
  readonly vip: boolean;
  /** Rule S66: another party is to have the same table for part of that time. */
  readonly isDouble: boolean;
}

export interface TimelineRow {
  readonly table: string;
  readonly seats: number;
  readonly section: string | null;
  readonly bars: readonly TimelineBar[];
}

export interface Timeline {
  /** Quarters of an hour that hold the shift, of another day all of its shifts, and everybody in it. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly TimelineRow[];
  /** Booked for the day and no table is promised. */
  readonly unplaced: readonly TimelineBar[];
}

/**
 * A service day by table: who sat, sits and is to sit there, until when they are expected to stay (rule S60), and what was promised twice.
 * Of another day than today its bookings, with the turns the house counts with; `past`: those of a day that is over, which no state holds.
 */
export function timeline(
  state: State,
  config: HouseConfig,
  now: number,
  day = state.day,
  past: readonly Party[] = [],
): Timeline {
  const isToday = day === state.day;
  const turns = isToday ? turnsTonight(state, config, now) : houseTurns(config);
  const bars = [...state.parties.values(), ...past].flatMap((party) => {
    const isOfDay = party.live.day === day || (isToday && party.live.day < day);
    const bar = isOfDay ? barOf(state, party, turns, now) : null;
    return bar === null ? [] : [{ bar, tables: party.live.tables }];
  });
  const glass = isToday ? glassNow(config, now) : glassOn(config, day);
  const starts = bars.map(({ bar }) => bar.from);
  const ends = bars.map(({ bar }) => bar.to);
  const planned = new Set(config.floor.tables.map(({ id }) => id));
  const strange = [...new Set(bars.flatMap(({ tables }) => tables))].filter((table) => !planned.has(table));
  const rows = [
    ...config.floor.tables.map(({ id, seats, section }) => ({ table: id, seats, section })),
    ...strange.sort().map((table) => ({ table, seats: 0, section: null })),
  ];
  return {
    from: quarterOf(Math.min(glass.from, ...starts)),
    to: quarterOf(Math.max(glass.to, ...ends) + QUARTER_MS - 1),
    rows: rows.map((row) => ({
      ...row,
      bars: withDoubles(bars.filter(({ tables }) => tables.includes(row.table)).map(({ bar }) => bar)),
    })),
    unplaced: bars
      .filter(({ bar, tables }) => tables.length === 0 && (bar.kind === 'booked' || bar.kind === 'late'))
      .map(({ bar }) => bar)
      .sort((a, b) => a.from - b.from),
  };
}

interface Glass {
  readonly from: number;
  readonly to: number;
}

function glassNow(config: HouseConfig, now: number): Glass {
  const times = shiftTimes(config, now);
  return {
    from: Math.min(times?.from ?? now - BEFORE_MS, now),
    to: Math.max(times?.to ?? now + AFTER_MS, now + QUARTER_MS),
  };
}

function glassOn(config: HouseConfig, day: ServiceDay): Glass {
  const { evening, shifts } = shiftsOfDay(config, day);
  if (shifts.length === 0) return { from: evening - BEFORE_MS, to: evening + AFTER_MS };
  return {
    from: Math.min(...shifts.map(({ from }) => from)),
    to: Math.max(...shifts.map(({ to }) => to)),
  };
}

function barOf(state: State, party: Party, turns: Turns, now: number): TimelineBar | null {
  const { id, person, live } = party;
  const { covers, vip, seatedAt, leftAt } = live;
  const about = { party: id, person, covers, vip, isDouble: false };
  if (isSeated(live) && seatedAt !== null)
    return { ...about, kind: 'seated', from: seatedAt, to: leavesAt(state, party, turns, now) };
  // Who went without having sat takes nobody's table.
  if (isOver(live))
    return seatedAt === null || leftAt === null
      ? null
      : { ...about, kind: 'over', from: seatedAt, to: leftAt };
  const due = live.etaAt ?? live.at;
  if (isAtTheDoor(live)) {
    const from = Math.max(now, live.at ?? now);
    return { ...about, kind: 'here', from, to: from + turnOf(live, turns) };
  }
  if (due === null) return null;
  const from = live.state === 'late' ? Math.max(now, due) : due;
  return { ...about, kind: live.state === 'late' ? 'late' : 'booked', from, to: from + turnOf(live, turns) };
}

/** Earliest first. */
function withDoubles(bars: readonly TimelineBar[]): TimelineBar[] {
  return bars
    .map((bar) => ({ ...bar, isDouble: bar.kind !== 'over' && bars.some((other) => overlaps(bar, other)) }))
    .sort((a, b) => a.from - b.from);
}

function overlaps(a: TimelineBar, b: TimelineBar): boolean {
  return a.party !== b.party && b.kind !== 'over' && a.from < b.to && b.from < a.to;
}

import { wallClockOf } from '../lib/serviceDay.ts';
import type { Shift } from './floor.ts';
import type { HouseConfig } from './houseConfig.ts';
import { shiftAt } from './shiftAt.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A meal with its instants, hub time. */
export interface ShiftTimes {
  readonly shift: Shift;
  readonly from: number;
  readonly to: number;
}

/**
 * The meal that `at` falls into, else the next to begin within a day; null: the house has none. On the night when clocks change its bounds may be
 * an hour off what the wall says.
 */
export function shiftTimes(config: HouseConfig, at: number): ShiftTimes | null {
  const { floor, venue } = config;
  const { time, weekday } = wallClockOf(at, venue.timeZone);
  const minuteAt = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const now = minutesOf(time);
  const running = shiftAt(config, at);
  if (running) {
    const from = minuteAt - minutesBetween(minutesOf(running.from), now) * MINUTE_MS;
    return { shift: running, from, to: from + lengthOf(running) };
  }
  const coming = floor.shifts
    .flatMap((shift) => {
      const ahead = minutesBetween(now, minutesOf(shift.from));
      const isTomorrow = now + ahead >= DAY_MINUTES;
      return shift.days.includes((weekday + (isTomorrow ? 1 : 0)) % 7) ? [{ shift, ahead }] : [];
    })
    .sort((a, b) => a.ahead - b.ahead)[0];
  if (!coming) return null;
  const from = minuteAt + coming.ahead * MINUTE_MS;
  return { shift: coming.shift, from, to: from + lengthOf(coming.shift) };
}

function lengthOf({ from, to }: Shift): number {
  return minutesBetween(minutesOf(from), minutesOf(to)) * MINUTE_MS;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** From one time of the clock to the next other: forward, over midnight. */
function minutesBetween(from: number, to: number): number {
  return (to - from + DAY_MINUTES) % DAY_MINUTES;
}

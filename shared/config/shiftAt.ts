import { wallClockOf } from '../lib/serviceDay.ts';
import type { Shift } from './floor.ts';
import type { HouseConfig } from './houseConfig.ts';

/** The meal that an instant falls into, by the venue's own clock; null: none. After midnight it is still the evening's before. */
export function shiftAt({ floor, venue }: HouseConfig, at: number): Shift | null {
  if (floor.shifts.length === 0) return null;
  const { time, weekday } = wallClockOf(at, venue.timeZone);
  return floor.shifts.find((shift) => isWithin(shift, time, weekday)) ?? null;
}

function isWithin({ days, from, to }: Shift, time: string, weekday: number): boolean {
  if (from <= to) return days.includes(weekday) && time >= from && time < to;
  const yesterday = (weekday + 6) % 7;
  return (days.includes(weekday) && time >= from) || (days.includes(yesterday) && time < to);
}

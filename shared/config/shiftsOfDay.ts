import type { ServiceDay } from '../lib/ids.ts';
import { instantOfWall, nextRollAfter } from '../lib/serviceDay.ts';
import type { HouseConfig } from './houseConfig.ts';
import { type ShiftTimes, shiftTimes } from './shiftTimes.ts';

/** The hour of the evening around which a day without meals is shown. */
const EVENING = '19:00';

export interface DayTimes {
  /** Of the clock on the venue's wall, hub time. */
  readonly evening: number;
  /** That begin on this service day, first to last. */
  readonly shifts: readonly ShiftTimes[];
}

export function shiftsOfDay(config: HouseConfig, day: ServiceDay): DayTimes {
  const { timeZone, dayRollHour } = config.venue;
  const wall = (time: string) => instantOfWall(day, time, timeZone) ?? 0;
  const begin = wall(`${String(dayRollHour).padStart(2, '0')}:00`);
  const end = nextRollAfter(begin, timeZone, dayRollHour);
  const shifts: ShiftTimes[] = [];
  for (let next = shiftTimes(config, begin); next !== null && next.from < end; ) {
    // One that was begun the day before is that day's.
    if (next.from >= begin) shifts.push(next);
    next = next.to < end ? shiftTimes(config, next.to) : null;
  }
  return { evening: wall(EVENING), shifts };
}

import { wallClockOf } from './serviceDay.ts';

/** From and to as a wall clock says it, `22:00`; over midnight where `to` is the earlier. The same twice is the whole day. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Whether a clock on the wall of this time zone stands within them at `at` (epoch ms); `to` itself is outside. */
export function isQuietAt({ from, to }: QuietHours, at: number, timeZone: string): boolean {
  const now = wallClockOf(at, timeZone).time;
  return from < to ? from <= now && now < to : now >= from || now < to;
}

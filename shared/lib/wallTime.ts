import { serviceDayOf, wallClockOf } from './serviceDay.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * The instant at which the venue's wall says `time` (`HH:MM`) on the local date `date` (`YYYY-MM-DD`). Of an hour that the clocks pass twice the
 * first; of one they leave out, the instant as much later. null: no date, or no time.
 */
export function instantOfWall(date: string, time: string, timeZone: string): number | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // The offset before the change and the one after it: the earlier instant that the wall confirms.
  const tries = [
    asUtc - offsetAt(asUtc - DAY_MINUTES * MINUTE_MS, timeZone),
    asUtc - offsetAt(asUtc, timeZone),
  ];
  const offsets = [...new Set([...tries, asUtc - offsetAt(asUtc + DAY_MINUTES * MINUTE_MS, timeZone)])];
  const confirmed = offsets.filter((at) => wallOf(at, timeZone) === asUtc);
  return confirmed.length > 0 ? Math.min(...confirmed) : Math.max(...offsets);
}

/** What the wall says of date and time, as if it were UTC. */
function wallOf(at: number, timeZone: string): number {
  const date = serviceDayOf(at, timeZone, 0);
  return Date.parse(`${date}T${wallClockOf(at, timeZone).time}:00Z`);
}

function offsetAt(at: number, timeZone: string): number {
  const minuteAt = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  return wallOf(minuteAt, timeZone) - minuteAt;
}

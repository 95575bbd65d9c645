import type { ClockMeant, DateOrder } from './bookingFields.ts';
import { type CalendarDay, readDate } from './readDate.ts';
import { readTime, type WallTime } from './readTime.ts';

/** A cell with day and time, taken apart where its time begins; an offset from UTC stays with the time. null: it has no two parts. */
export function splitWhen(text: string): { date: string; time: string } | null {
  const found =
    /^(?<date>\S.*?)(?:T|,\s*|\s+(?:(?:at|a las?|à|-)\s+)?)(?<time>\d{1,2}(?:\s?[:.hH]\s?\d{0,2}|\s?[aApP]\.?\s?[mM]).*)$/u.exec(
      text.trim(),
    )?.groups;
  if (!found) return null;
  const { date = '', time = '' } = found;
  return { date, time };
}

const OFFSET = /\s*(?:Z|[+-]\d{2}:?\d{2})$/u;

/** The instant's own offset, where the cell ends in one: `Z`, `+02:00`. */
export function offsetOf(time: string): string | null {
  const found = /^\d{1,2}:\d{2}.*?\s*(Z|[+-]\d{2}:?\d{2})$/u.exec(time.trim());
  return found?.[1] ?? null;
}

export function withoutOffset(time: string): string {
  return time.trim().replace(OFFSET, '');
}

export interface SaidWhen {
  readonly day: CalendarDay | null;
  readonly time: WallTime | null;
  readonly offset: string | null;
}

export function readWhen(text: string, order: DateOrder | null, clock: ClockMeant | null): SaidWhen {
  const split = splitWhen(text);
  if (split === null) return { day: readDate(text, order), time: null, offset: null };
  const offset = offsetOf(split.time);
  return {
    day: readDate(split.date, order),
    time: readTime(offset === null ? split.time : withoutOffset(split.time), clock),
    offset,
  };
}

import type { ClockMeant } from './bookingFields.ts';

export interface WallTime {
  readonly hour: number;
  readonly minute: number;
}

/** 19:30, 19.30, 19h30, 7:30 PM, 7pm, 7:30 p. m., 19:30:00, 1930. */
const TIME =
  /^(?<hour>\d{1,2})(?:\s?[:.hH]\s?(?<minute>\d{2})?(?::\d{2}(?:[.,]\d+)?)?|(?<run>\d{2}))?\s*(?<half>[aApP]\.?\s?[mM]\.?|[hH]s?\.?)?$/u;

function parts(text: string): { hour: number; minute: number; half: 'am' | 'pm' | null } | null {
  const found = TIME.exec(text.trim())?.groups;
  if (!found) return null;
  const { hour = '', minute, run, half = '' } = found;
  // Digits alone are a time only as four of them.
  const isBare = !/[:.hH]/u.test(text) && half === '' && run === undefined;
  if (isBare) return null;
  const mark = /^a/iu.test(half) ? 'am' : /^p/iu.test(half) ? 'pm' : null;
  return { hour: Number(hour), minute: Number(minute ?? run ?? 0), half: mark };
}

/** null: no time of a day. */
export function readTime(text: string, clock: ClockMeant | null): WallTime | null {
  const found = parts(text);
  if (!found || found.minute > 59) return null;
  const { minute, half } = found;
  let { hour } = found;
  if (half !== null) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  } else if (clock === 'evening' && hour >= 1 && hour < 12) hour += 12;
  return hour < 24 ? { hour, minute } : null;
}

/**
 * A cell whose hour could be before or after noon, where nothing in the column says which: no AM or PM, no hour of the 24-hour clock, and none
 * written with a leading zero. null: the column says it.
 */
export function openClock(cells: readonly string[]): string | null {
  let example: string | null = null;
  for (const text of cells) {
    const found = parts(text);
    if (!found || found.hour > 23) continue;
    if (found.half !== null || found.hour === 0 || found.hour > 12 || /^\s*0\d/u.test(text)) return null;
    if (found.hour < 12) example ??= text.trim();
  }
  return example;
}

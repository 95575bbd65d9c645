import type { ServiceDay } from './ids.ts';

const HOUR_MS = 3_600_000;
/** No time zone is further from UTC. */
const FURTHEST_MS = 15 * HOUR_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs 50 times its use, and a venue has one time zone. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  // Swedish dates are ISO dates; hour and minute come behind a space.
  const formatter = new Intl.DateTimeFormat('sv', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/**
 * The service day an instant belongs to: the local date, counted as yesterday's before `rollHour`.
 * Decided once and written into events, so that a change of time zone rewrites nothing.
 */
export function serviceDayOf(at: number, timeZone: string, rollHour: number): ServiceDay {
  const quarter = Math.floor(at / QUARTER_MS);
  const key = `${quarter} ${rollHour} ${timeZone}`;
  const known = daysOfQuarters.get(key);
  if (known !== undefined) return known;
  const day = askedServiceDay(at, timeZone, rollHour);
  if (daysOfQuarters.size >= MOST_QUARTERS) daysOfQuarters.clear();
  if (quarter >= FIRST_EVEN_QUARTER) daysOfQuarters.set(key, day);
  return day;
}

/** Clocks of all zones are set by whole quarters of an hour since Liberia gave up its 44.5 minutes in January 1972. */
const QUARTER_MS = HOUR_MS / 4;
const FIRST_EVEN_QUARTER = Date.UTC(1973, 0) / QUARTER_MS;
/** A month of evenings; asking the time zone costs thirty times as much as looking here. */
const MOST_QUARTERS = 4_096;
const daysOfQuarters = new Map<string, ServiceDay>();

function askedServiceDay(at: number, timeZone: string, rollHour: number): ServiceDay {
  const [date = '', time = ''] = formatterOf(timeZone).format(at).split(' ');
  const hour = Number(time.slice(0, 2));
  if (hour >= rollHour) return date as ServiceDay;
  const before = new Date(Date.parse(`${date}T12:00:00Z`) - 24 * HOUR_MS);
  return before.toISOString().slice(0, 10) as ServiceDay;
}

/** The first instant after `after` at which the service day changes. Searched for, not computed, so it holds across clock changes. */
export function nextRollAfter(after: number, timeZone: string, rollHour: number): number {
  const today = serviceDayOf(after, timeZone, rollHour);
  let low = after;
  let high = after + 26 * HOUR_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (serviceDayOf(middle, timeZone, rollHour) === today) low = middle;
    else high = middle;
  }
  return high;
}

/** What the clock on the venue's wall says: `HH:MM`, and the day of the week with 0 for Sunday. */
export function wallClockOf(at: number, timeZone: string): { time: string; weekday: number } {
  const [date = '', time = ''] = formatterOf(timeZone).format(at).split(' ');
  return { time: time.slice(0, 5), weekday: new Date(`${date}T12:00:00Z`).getUTCDay() };
}

/** What the wall shows at an instant, as if it were UTC. */
function wallAsUtc(at: number, timeZone: string): number {
  return Date.parse(`${formatterOf(timeZone).format(at).replace(' ', 'T')}Z`);
}

/**
 * The instant at which the clock on the venue's wall shows `wall` (that day and time taken as UTC, epoch ms, whole seconds). Where the clock is
 * set back and shows it twice, the first of the two; null where it is set forward and never shows it.
 */
export function wallInstant(wall: number, timeZone: string): number | null {
  const meant = instantsMeant(wall, timeZone).filter((at) => wallAsUtc(at, timeZone) === wall);
  return meant.length === 0 ? null : Math.min(...meant);
}

/**
 * The same for a local date (`YYYY-MM-DD`) and time (`HH:MM`); of a time that the clock leaves out the instant as much later. null: no date, or
 * no time.
 */
export function instantOfWall(date: string, time: string, timeZone: string): number | null {
  const wall = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wall)) return null;
  return wallInstant(wall, timeZone) ?? Math.max(...instantsMeant(wall, timeZone));
}

/** By the offset before a change of the clock, and by the one after it. */
function instantsMeant(wall: number, timeZone: string): number[] {
  return [wall - FURTHEST_MS, wall + FURTHEST_MS].map((at) => wall - (wallAsUtc(at, timeZone) - at));
}

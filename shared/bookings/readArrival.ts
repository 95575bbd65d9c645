import { wallInstant } from '../lib/serviceDay.ts';
import { parseInstant } from '../protocol/outside/instant.ts';
import type { BookingMapping } from './bookingFields.ts';
import type { RowCells } from './RowCells.ts';
import { type CalendarDay, readDate } from './readDate.ts';
import { readTime, type WallTime } from './readTime.ts';
import { readWhen } from './readWhen.ts';

/** When a row is booked for, epoch ms; null after noting what is wrong. Without an offset of its own it is the wall clock of the venue. */
export function readArrival(at: RowCells, mapping: BookingMapping, timeZone: string): number | null {
  const { dateOrder, clock } = mapping;
  if (at.has('when') && at.text('when') !== '') {
    const said = readWhen(at.text('when'), dateOrder, clock);
    if (said.day === null) return at.wrong('when', 'date_unread');
    const time = said.time ?? timeOf(at, mapping);
    if (time === null) return at.problems.length > 0 ? null : at.wrong('when', 'time_unread');
    return said.offset === null
      ? onWall(at, said.day, time, timeZone)
      : withOffset(said.day, time, said.offset);
  }
  const cell = at.text('date');
  if (cell === '') return at.wrong(at.has('when') ? 'when' : 'date', 'date_missing');
  // Spreadsheets write a day as its midnight: "03/09/2026 00:00:00".
  const day = readDate(cell, dateOrder) ?? readWhen(cell, dateOrder, clock).day;
  const time = timeOf(at, mapping);
  if (day === null) return at.wrong('date', 'date_unread');
  return time === null ? null : onWall(at, day, time, timeZone);
}

function timeOf(at: RowCells, { dateOrder, clock }: BookingMapping): WallTime | null {
  const cell = at.text('time');
  if (cell === '') return at.wrong('time', 'time_missing');
  const time = readTime(cell, clock) ?? readWhen(cell, dateOrder, clock).time;
  return time ?? at.wrong('time', 'time_unread');
}

function onWall(at: RowCells, day: CalendarDay, time: WallTime, timeZone: string): number | null {
  const wall = Date.UTC(day.year, day.month - 1, day.day, time.hour, time.minute);
  return walls.instant(wall, timeZone) ?? at.wrong(at.has('time') ? 'time' : 'when', 'time_skipped');
}

/** A file says the same evenings again and again, and asking a time zone is most of the work. Bounded: a file may be of many years. */
class WallInstants {
  private readonly known = new Map<string, number | null>();

  instant(wall: number, timeZone: string): number | null {
    const key = `${wall} ${timeZone}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    const at = wallInstant(wall, timeZone);
    this.known.set(key, at);
    return at;
  }
}
const MOST_KNOWN = 5_000;
const walls = new WallInstants();

function withOffset(day: CalendarDay, time: WallTime, offset: string): number | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const { year, month } = day;
  const parsed = parseInstant(
    `${year}-${two(month)}-${two(day.day)}T${two(time.hour)}:${two(time.minute)}${offset}`,
  );
  return 'at' in parsed ? parsed.at : null;
}

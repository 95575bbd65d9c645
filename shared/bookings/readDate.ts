import type { DateOrder } from './bookingFields.ts';
import { plainWords } from './plainWords.ts';

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Without accents; the first three letters of French juin and juillet are the same, so those stand whole. */
const MONTHS: readonly string[] = [
  'jan january ene enero janv janvier',
  'feb february febrero fev fevr fevrier',
  'mar march marzo mars',
  'apr april abr abril avr avril',
  'may mayo mai',
  'jun june junio juin',
  'jul july julio juil juillet',
  'aug august ago agosto aou aout',
  'sep sept september septiembre setiembre septembre',
  'oct october octubre octobre',
  'nov november noviembre novembre',
  'dec december dic diciembre decembre',
];
const MONTH_OF = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/u;
const DIGITS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/u;
/** Two digits are this century's: nobody books a table for 1926. */
const CENTURY = 2000;

type Digits = readonly [first: number, second: number, third: number, hasLongYear: boolean];

/** What is left of a cell of digits once a day of the week before them is gone. */
function bare(text: string): string {
  return text.trim().replace(/^\p{L}{2,}\.?,?\s+(?=\d)/u, '');
}

function digitsOf(text: string): Digits | null {
  const found = DIGITS.exec(bare(text));
  if (!found) return null;
  const [, first = '', second = '', third = ''] = found;
  return [Number(first), Number(second), Number(third), third.length === 4];
}

function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
  return isReal && year >= CENTURY && year < CENTURY + 1000 ? { year, month, day } : null;
}

function inOrder([first, second, third, hasLongYear]: Digits, order: DateOrder): CalendarDay | null {
  const year = (short: number) => (short < 100 ? CENTURY + short : short);
  if (order === 'ymd') return hasLongYear ? null : calendarDay(year(first), second, third);
  return order === 'dmy' ? calendarDay(year(third), second, first) : calendarDay(year(third), first, second);
}

/** Year first in four digits, or the month as a word: such a cell says itself which is which. */
function saidPlainly(text: string): CalendarDay | null {
  const written = bare(text);
  const iso = ISO.exec(written) ?? RUN_TOGETHER.exec(written);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // Most cells are digits alone.
  if (!/\p{L}/u.test(text)) return null;
  const words = plainWords(text).split(' ');
  // The last one: before the day of the month "mar" is a Tuesday in Spanish and French.
  const month = words.map((word) => MONTH_OF.get(word)).findLast((found) => found !== undefined);
  const numbers = words.flatMap((word) => /^(\d{1,4})(?:st|nd|rd|th|er)?$/u.exec(word)?.[1] ?? []);
  const [day, year] = numbers;
  if (month === undefined || day === undefined || year === undefined || numbers.length !== 2) return null;
  return calendarDay(Number(year) < 100 ? CENTURY + Number(year) : Number(year), month, Number(day));
}

/** null: no day of the calendar. `order` counts where a cell has digits alone; null reads only what needs none. */
export function readDate(text: string, order: DateOrder | null): CalendarDay | null {
  const plain = saidPlainly(text);
  if (plain) return plain;
  const digits = digitsOf(text);
  return digits && order !== null ? inOrder(digits, order) : null;
}

export function looksLikeDate(text: string): boolean {
  return saidPlainly(text) !== null || ORDERS.some((order) => readDate(text, order) !== null);
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

export interface OrderChoice {
  readonly order: DateOrder;
  /** Cells that are no day in this order. */
  readonly unreadable: number;
  /** A cell in which the orders differ, and what it would mean. */
  readonly example: { readonly text: string; readonly day: CalendarDay } | null;
}

/**
 * In which orders the cells can be meant. One choice: the file itself settles it, because at least one cell makes sense in that order alone
 * and none in another alone. Several: a person must say. None: no cell depends on it.
 */
export function orderChoices(cells: readonly string[]): OrderChoice[] {
  const open = cells.filter((text) => saidPlainly(text) === null && digitsOf(text) !== null);
  const readings = open.map((text) => ({
    text,
    in: ORDERS.filter((order) => readDate(text, order) !== null),
  }));
  const readable = readings.filter((reading) => reading.in.length > 0);
  const possible = ORDERS.filter((order) => readable.some((reading) => reading.in.includes(order)));
  const alone = possible.filter((order) =>
    readable.some((reading) => reading.in.length === 1 && reading.in[0] === order),
  );
  const isSettled = alone.length === 1 && readable.every((reading) => reading.in.includes(alone[0] ?? 'dmy'));
  const differing = readable.find(({ text, in: orders }) => saysDifferently(text, orders));
  // Where every cell is the same day in both (05/05) there is nothing to ask.
  const isAsked = differing !== undefined || alone.length > 1;
  const choices = isSettled ? alone : isAsked ? possible : possible.slice(0, 1);
  return choices.map((order) => {
    const day = differing === undefined ? null : readDate(differing.text, order);
    return {
      order,
      unreadable: readings.filter((reading) => !reading.in.includes(order)).length,
      example: differing && day ? { text: differing.text, day } : null,
    };
  });
}

function saysDifferently(text: string, orders: readonly DateOrder[]): boolean {
  const days = orders.map((order) => JSON.stringify(readDate(text, order)));
  return new Set(days).size > 1;
}

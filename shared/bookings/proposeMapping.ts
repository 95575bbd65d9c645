import {
  type BookingField,
  type BookingMapping,
  MAX_CONSENT_LETTERS,
  mayStandTwice,
} from './bookingFields.ts';
import { readHeading } from './headings.ts';
import { plainWords } from './plainWords.ts';
import { looksLikeDate, type OrderChoice, orderChoices } from './readDate.ts';
import { openClock, readTime } from './readTime.ts';
import { offsetOf, readWhen, splitWhen } from './readWhen.ts';

/** The usual name of the source of a file that is no program's. */
export const FILE_SOURCE = 'csv';
/** Share of the filled cells of a column that must be of a kind before it is taken for that kind. */
const MOSTLY = 0.8;
const MOST_USUAL_COVERS = 60;

/** Whether the first record names columns: somebody's headings, or words over columns that hold digits. */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = records;
  if (first.some((cell) => looksLikeDate(cell) || /@/u.test(cell) || /^\d/u.test(cell.trim()))) return false;
  const known = first.filter((cell) => readHeading(cell)?.isWhole === true).length;
  if (known >= 2) return true;
  const digits = (cells: readonly string[]) => cells.filter((cell) => /\d/u.test(cell)).length;
  return others.length > 0 && digits(first) === 0 && others.every((cells) => digits(cells) > 0);
}

/** What the columns probably hold: by their headings, and where those say nothing by what is in them. */
export function proposeColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
): (BookingField | null)[] {
  const width = Math.max(header?.length ?? 0, ...rows.map((cells) => cells.length), 0);
  const columns = Array.from({ length: width }, (): BookingField | null => null);
  const isTaken = (field: BookingField) => !mayStandTwice(field) && columns.includes(field);
  for (const wantsWhole of [true, false]) {
    for (const [index, heading] of (header ?? []).entries()) {
      const read = readHeading(heading);
      if (columns[index] === null && read?.isWhole === wantsWhole && !isTaken(read.field))
        columns[index] = read.field;
    }
  }
  for (const [index, field] of columns.entries()) {
    const cells = column(rows, index);
    if (field === 'date' && mostly(cells, (cell) => splitWhen(cell) !== null && !columns.includes('time')))
      columns[index] = 'when';
    // "Name" beside a first name is the last one, as TheFork and spreadsheets of the house have it.
    if (field === 'name' && columns.includes('firstName') && !columns.includes('lastName'))
      columns[index] = 'lastName';
    if (field === 'firstName' && !columns.includes('lastName') && !columns.includes('name'))
      columns[index] = 'name';
    if (field === null && header === null) columns[index] = byContents(cells, isTaken);
  }
  return columns;
}

function column(rows: readonly (readonly string[])[], index: number): string[] {
  return rows.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
}

function mostly(cells: readonly string[], isIt: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(isIt).length >= cells.length * MOSTLY;
}

/** In this order: a telephone number is a number too. */
const KINDS: readonly (readonly [BookingField, (cell: string) => boolean])[] = [
  ['email', (cell) => /^\S+@\S+\.\S+$/u.test(cell)],
  ['when', (cell) => isWhen(cell)],
  ['date', looksLikeDate],
  ['time', (cell) => readTime(cell, null) !== null],
  ['phone', (cell) => /^\+?[\d\s().-]{7,20}$/u.test(cell)],
  ['covers', (cell) => /^\d{1,2}$/u.test(cell) && Number(cell) > 0 && Number(cell) <= MOST_USUAL_COVERS],
  ['name', (cell) => /^\p{Lu}[\p{L}'’.-]*([ ,]+[\p{L}'’.-]+){0,4}$/u.test(cell)],
];

function isWhen(cell: string): boolean {
  const split = splitWhen(cell);
  if (split === null || !looksLikeDate(split.date)) return false;
  return readWhen(cell, null, null).time !== null || offsetOf(split.time) !== null;
}

function byContents(
  cells: readonly string[],
  isTaken: (field: BookingField) => boolean,
): BookingField | null {
  const kind = KINDS.find(([field, isIt]) => !isTaken(field) && mostly(cells, isIt));
  return kind?.[0] ?? null;
}

export interface MappingQuestions {
  /** Empty: no cell depends on it. One: the file settles it. More: a person says. */
  readonly orders: readonly OrderChoice[];
  /** A time that could be before or after noon; null: every time says it itself. */
  readonly clock: string | null;
  /** Words of its column of consent, each once; what they mean is never guessed. Empty: it has none. */
  readonly consents: readonly string[];
}

/** With more words than these it is a column of notes: none of them is anybody's yes. */
const MOST_CONSENTS = 8;

/** What the file leaves open, given what its columns hold. Looks at every row: one 25th of a month settles it for all. */
export function questionsOf(
  columns: BookingMapping['columns'],
  rows: readonly (readonly string[])[],
): MappingQuestions {
  const of = (field: BookingField) => {
    const index = columns.indexOf(field);
    return index === -1 ? [] : column(rows, index);
  };
  const whens = [...of('when'), ...of('date')].map((cell) => splitWhen(cell) ?? { date: cell, time: '' });
  const times = columns.includes('time') ? of('time') : whens.map(({ time }) => time);
  return {
    orders: orderChoices(whens.map(({ date }) => date)),
    clock: openClock(times),
    consents: consentWords(of('consent')),
  };
}

function consentWords(cells: readonly string[]): string[] {
  const words = new Map<string, string>();
  for (const cell of cells) {
    const plain = plainWords(cell);
    if (plain === '' || plain.length > MAX_CONSENT_LETTERS) continue;
    if (!words.has(plain)) words.set(plain, cell);
    if (words.size > MOST_CONSENTS) return [];
  }
  return [...words.values()];
}

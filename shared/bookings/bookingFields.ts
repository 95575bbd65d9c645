import { z } from 'zod';
import { HOUSE_SOURCE } from '../domain/model/party.ts';
import { plainWords } from './plainWords.ts';

/** What a column of a bookings file may hold. */
export const BookingField = z.enum([
  'name',
  'firstName',
  'lastName',
  'covers',
  /** Day and time in one cell. */
  'when',
  'date',
  'time',
  'phone',
  'email',
  /** Whether the guest may be remembered for later visits. */
  'consent',
  'tables',
  'notes',
  'guestNotes',
  'allergies',
  'vip',
  'occasion',
  'tags',
  'server',
  'minutes',
  'state',
  'id',
]);
export type BookingField = z.infer<typeof BookingField>;

/** Several columns may say more of these; of every other the first one counts. */
const MANY: ReadonlySet<BookingField> = new Set(['notes', 'guestNotes', 'allergies', 'tags', 'tables']);

export function mayStandTwice(field: BookingField): boolean {
  return MANY.has(field);
}

/** Which of day, month and year comes first where all three are digits. */
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd']);
export type DateOrder = z.infer<typeof DateOrder>;

/** `evening`: hours from 1 to 11 without AM or PM are after noon. */
export const ClockMeant = z.enum(['written', 'evening']);
export type ClockMeant = z.infer<typeof ClockMeant>;

/** A word of consent is a yes or a no in some language, not somebody's note. */
export const MAX_CONSENT_LETTERS = 40;

/** How the cells of a file become parties. A column that is null is left out. */
export const BookingMapping = z.object({
  hasHeader: z.boolean(),
  columns: z.array(BookingField.nullable()).max(200),
  /** null: the file leaves it open and nobody has said. */
  dateOrder: DateOrder.nullable(),
  clock: ClockMeant.nullable(),
  /** What the words of its column of consent mean, by `plainWords`: a yes, or a no. A word that is not here says neither. */
  consent: z.record(z.string().max(MAX_CONSENT_LETTERS), z.boolean()).default({}),
  /** The source its bookings are put under; what the house took in itself is no file's. */
  source: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((source) => source !== HOUSE_SOURCE),
});
export type BookingMapping = z.infer<typeof BookingMapping>;

/** What still has to be said before a file can be read. */
export type MappingGap = 'name' | 'covers' | 'date' | 'time' | 'dateOrder' | 'clock' | 'consent';

/** What the file leaves open: its words of consent are those of its own column. */
export interface OpenInFile {
  readonly dateOrder: boolean;
  readonly clock: boolean;
  readonly consent: readonly string[];
}

export function gapsOf(
  { columns }: Pick<BookingMapping, 'columns'>,
  said: Pick<BookingMapping, 'dateOrder' | 'clock' | 'consent'>,
  open: OpenInFile,
): MappingGap[] {
  const has = (...fields: BookingField[]) => fields.some((field) => columns.includes(field));
  const gaps: [MappingGap, boolean][] = [
    ['name', !has('name', 'firstName', 'lastName')],
    ['covers', !has('covers')],
    ['date', !has('when', 'date')],
    ['time', !has('when', 'time')],
    ['dateOrder', open.dateOrder && said.dateOrder === null],
    ['clock', open.clock && said.clock === null],
    ['consent', open.consent.some((word) => consentMeant(word, said) === null)],
  ];
  return gaps.flatMap(([gap, isMissing]) => (isMissing ? [gap] : []));
}

/** null: nobody has said what this word means. */
export function consentMeant(cell: string, { consent }: Pick<BookingMapping, 'consent'>): boolean | null {
  return new Map(Object.entries(consent)).get(plainWords(cell)) ?? null;
}

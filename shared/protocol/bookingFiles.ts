import { z } from 'zod';
import { BookingMapping, DateOrder } from '../bookings/bookingFields.ts';
import { RowProblem } from '../bookings/rowProblem.ts';

/** What the page /setup and the service say to each other about a file of bookings, under `/api/setup/bookings`. */

/** A year of a large house is a tenth of it. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type Encoding = z.infer<typeof Encoding>;
export const Separator = z.enum([',', ';', '\t', '|']);
export type Separator = z.infer<typeof Separator>;

/** `data`: the file's bytes in base64. */
export const BookingFilePut = z.object({
  data: z.base64().max(Math.ceil(MAX_FILE_BYTES / 3) * 4 + 4),
});

/** How it is to be read; null: as the service finds best. */
export const BookingLookRequest = z.object({
  encoding: Encoding.nullable(),
  separator: Separator.nullable(),
  mapping: BookingMapping.nullable(),
});
export type BookingLookRequest = z.infer<typeof BookingLookRequest>;

const CalendarDay = z.object({ year: z.int(), month: z.int(), day: z.int() });

export const BookingLook = z.object({
  id: z.string(),
  encoding: Encoding,
  separator: Separator,
  /** Without the header and blank rows. */
  rows: z.int(),
  /** By column; empty where the file has none. */
  header: z.array(z.string()),
  /** The first few rows. */
  samples: z.array(z.array(z.string())),
  mapping: BookingMapping,
  /** A file with the same header was read like this before. */
  isRemembered: z.boolean(),
  /** More than one: a person says which. */
  orders: z.array(
    z.object({
      order: DateOrder,
      unreadable: z.int(),
      example: z.object({ text: z.string(), day: CalendarDay }).nullable(),
    }),
  ),
  /** A time that could be before or after noon; null: every time says it itself. */
  clock: z.string().nullable(),
  /** Words of its column of consent, of each of which a person says what it means. */
  consents: z.array(z.string()),
});
export type BookingLook = z.infer<typeof BookingLook>;

/** `past`: of service days that are over, which are left out. */
export const BookingCounts = z.object({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  past: z.int(),
  bad: z.int(),
});
export type BookingCounts = z.infer<typeof BookingCounts>;

export const BookingRunRequest = z.object({
  mapping: BookingMapping,
  /** Says what would come of it and changes nothing. */
  isDry: z.boolean(),
});

/** `stopped`: the hub takes nothing at the moment; what was taken stays, and the same file can be sent again. */
export const BookingRunState = z.object({
  phase: z.enum(['running', 'done', 'cancelled', 'stopped']),
  isDry: z.boolean(),
  done: z.int(),
  total: z.int(),
  counts: BookingCounts,
  /** Once it is over: everything that is wrong, in the order of the file. */
  problems: z.array(RowProblem),
});
export type BookingRunState = z.infer<typeof BookingRunState>;

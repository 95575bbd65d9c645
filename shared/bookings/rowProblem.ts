import { z } from 'zod';
import { BookingField } from './bookingFields.ts';

/** Why a row of a bookings file is not taken. Words for each stand under `setup.bookings.problem`. */
export const RowProblemCode = z.enum([
  'name_missing',
  'covers_missing',
  'covers_unread',
  'date_missing',
  'date_unread',
  'time_missing',
  'time_unread',
  /** The clock is set forward over it that night. */
  'time_skipped',
  'minutes_unread',
  'yes_no_unread',
  'too_long',
  'email_unread',
  /** Two rows of the file name the same booking and say different things. */
  'twice',
  /** More cells than the header has, so nobody knows which is which. */
  'cells',
  /** A quotation mark that nothing closes, or that stands within a cell. */
  'quotes',
  /** The hub did not take it. */
  'refused',
]);
export type RowProblemCode = z.infer<typeof RowProblemCode>;

export const RowProblem = z.object({
  /** Counted from 1 as a spreadsheet does, the header included. */
  row: z.number().int().positive(),
  /** Counted from 1; null: the row as a whole. */
  column: z.number().int().positive().nullable(),
  field: BookingField.nullable(),
  code: RowProblemCode,
  /** What stands there, cut and without card numbers; for `twice` the other row's number. */
  found: z.string(),
});
export type RowProblem = z.infer<typeof RowProblem>;

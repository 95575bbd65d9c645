import { z } from 'zod';
import type { BookingMapping } from '../../../../shared/bookings/bookingFields.ts';
import {
  BookingLook,
  type BookingLookRequest,
  BookingRunState,
} from '../../../../shared/protocol/bookingFiles.ts';
import { call, post } from '../setupApi.ts';

const of = (id: string, what: string) => `bookings/${encodeURIComponent(id)}/${what}`;

/** What the page asks about a file of bookings; see `shared/protocol/bookingFiles.ts`. */
export const bookingsApi = {
  open: async (file: Blob) => call(BookingLook, 'bookings', post({ data: await base64Of(file) })),
  look: (id: string, asked: BookingLookRequest) => call(BookingLook, of(id, 'look'), post(asked)),
  run: (id: string, mapping: BookingMapping, isDry: boolean) =>
    call(BookingRunState, of(id, 'run'), post({ mapping, isDry })),
  state: (id: string) => call(BookingRunState, of(id, 'run')),
  cancel: (id: string) => call(BookingRunState, of(id, 'cancel'), post({})),
  close: (id: string) => call(z.object({ ok: z.literal(true) }), of(id, 'close'), post({})),
};
export type BookingsApi = typeof bookingsApi;

/** The browser's own way to base64, which does not hold a page up for megabytes. */
function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('the file cannot be read'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.readAsDataURL(file);
  });
}

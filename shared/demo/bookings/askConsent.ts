import { Random } from '../random.ts';
import type { BookingPlan } from './bookingPlan.ts';
import { regularContacts } from './guests.ts';

/** A form with a box to tick: of ten guests six agree, one says no, and the others were never asked (they rang). */
const AGREE = 0.6;
const REFUSE = 0.1;
/** Of those who agree: who comes again and again, with the same telephone on every night. */
const REGULAR = 0.5;

/**
 * What the book's guests said when they were asked whether the house may remember them. Drawn from a chance of its own, so that the rest of the
 * book is the same without it. Nobody is a regular twice a night.
 */
export function withConsent(bookings: readonly BookingPlan[], seed: number): BookingPlan[] {
  const random = new Random(seed ^ 0x51ed270b);
  const regulars = new Set<string>();
  return bookings.map((plan) => {
    const name = plan.puts[0]?.booking.name ?? '';
    const [isAsked, isRegular] = [random.chance(AGREE + REFUSE), random.chance(REGULAR)];
    const consent = random.chance(AGREE / (AGREE + REFUSE));
    // Who waits at the door left a number to be called, and no more.
    if (!isAsked || plan.has.includes('waitlist')) return plan;
    const comesAgain = consent && isRegular && !regulars.has(name);
    if (comesAgain) regulars.add(name);
    const said = { consent, ...(comesAgain ? regularContacts(name) : {}) };
    return {
      ...plan,
      puts: plan.puts.map(({ atMs, booking }) => ({ atMs, booking: { ...booking, ...said } })),
    };
  });
}

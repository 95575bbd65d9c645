import { planBookings } from '../bookings/planBookings.ts';
import type { NightLength } from './arrivals.ts';
import type { NightPlan } from './plan.ts';
import { namedParties, planNight } from './planNight.ts';

/** How many come of each kind on the Saturday, as a seed may have them. */
export const SATURDAY = { bookings: 60, walkIns: 25, noShows: 12, late: 8, combinations: 5, moves: 6 };
/** More than enough guests, of whom as many tables are taken as the night is to have. */
const COVERS = 360;

const WISH = {
  booked: SATURDAY.bookings,
  noShows: SATURDAY.noShows,
  cancelled: 3,
  waiting: 6,
  late: SATURDAY.late,
  modified: 8,
  partly_arrived: 5,
  miscounted: 4,
  combination: SATURDAY.combinations,
  vip: 5,
  allergy: 12,
};

/** A night of 85 tables, 60 of them booked, spread over the evening as the seed has it; nothing goes out of the door in bags. */
export function planSaturday(seed: number): NightPlan {
  const { parties, ...plan } = planNight({ seed, covers: COVERS, length: 'full' });
  const tables = parties.filter(({ table }) => table !== null);
  const count = SATURDAY.bookings + SATURDAY.walkIns;
  if (tables.length < count) throw new Error(`only ${tables.length} tables (seed ${seed})`);
  const chosen = Array.from(
    { length: count },
    (_, index) => tables[Math.floor((index * tables.length) / count)],
  );
  const house = parties.filter(({ id }) => id === 'house');
  const sitting = chosen.flatMap((party) => party ?? []).map(withoutBooking);
  const bookings = planBookings(sitting, seed, WISH);
  return { ...plan, parties: [...house, ...namedParties(sitting, bookings)], bookings };
}

/** What the usual book of such a night would have had it say. */
function withoutBooking(party: NightPlan['parties'][number]): NightPlan['parties'][number] {
  const steps = party.steps.map((step) => {
    if (step.act.do !== 'open') return step;
    const { party: _, ...ticket } = step.act.ticket;
    return { ...step, act: { ...step.act, ticket } };
  });
  return { ...party, steps };
}

export type Story = NightLength | 'saturday';

/** The night that till and book both play. */
export function planOf({ seed, covers, story }: { seed: number; covers: number; story: Story }): NightPlan {
  return story === 'saturday' ? planSaturday(seed) : planNight({ seed, covers, length: story });
}

import { z } from 'zod';
import { OutsideAllergy } from './allergy.ts';
import { Count, Note, OutsideId, OutsidePair, saidWords, words } from './fields.ts';
import { OutsideInstant } from './instant.ts';
import { LIMITS } from './limits.ts';

/** What bookings systems and POS say of the door (CONTRACT section 4). */

const tables = z.array(saidWords()).max(LIMITS.items);
const allergies = z.array(OutsideAllergy).max(LIMITS.items);

export const OutsidePartyGuest = z.object({
  seat: Count.optional(),
  name: words().optional(),
  allergies: allergies.optional(),
});

/** The whole reservation, walk-in or waitlist entry. */
export const OutsideParty = z.object({
  ...OutsidePair.shape,
  revision: z
    .int()
    .describe('Rises with every change. A lower one is stale; the same one with other content a conflict.')
    .optional(),
  state: saidWords().meta({
    description:
      'Compared with your previous put: a state that the house has gone beyond is kept, except cancelled and no_show before seating.',
    examples: [
      'requested',
      'booked',
      'confirmed',
      'late',
      'partly_arrived',
      'arrived',
      'notified',
      'seated',
      'left',
      'finished',
      'cancelled',
      'no_show',
      'waiting',
    ],
  }),
  name: saidWords(),
  covers: Count,
  at: OutsideInstant.describe('When it is booked for. Absent: a walk-in or the waitlist.').optional(),
  etaAt: OutsideInstant.optional(),
  durationMinutes: Count.optional(),
  quotedMinutes: Count.optional(),
  phone: words().optional(),
  email: words().optional(),
  consent: z
    .boolean()
    .describe(
      'Whether the guest agreed that the house remembers him for later visits. Absent: nobody has asked, and nothing is kept beyond the party.',
    )
    .optional(),
  tables: tables.optional(),
  locked: z.boolean().optional(),
  server: words().optional(),
  vip: z.boolean().optional(),
  occasion: words().optional(),
  tags: z.array(words()).max(LIMITS.items).optional(),
  notes: Note.describe('Kitchen screens show it.').optional(),
  guestNotes: Note.describe(
    'Private: no kitchen screen shows it. A POS is told it with cover.opened.',
  ).optional(),
  guests: z.array(OutsidePartyGuest).max(LIMITS.items).optional(),
  allergies: allergies.describe('Of the whole party, seat unknown.').optional(),
  key: OutsideId.optional(),
});
export type OutsideParty = z.infer<typeof OutsideParty>;

export const OutsideTableState = z.object({
  source: OutsideId,
  table: saidWords(),
  state: z
    .enum(['dirty', 'clean', 'blocked', 'open'])
    .describe('dirty, clean and open also say that whoever sat there has gone.'),
  reason: words(LIMITS.reasonCharacters).optional(),
  until: OutsideInstant.describe('Of a block.').optional(),
  key: OutsideId.optional(),
});

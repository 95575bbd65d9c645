import { z } from 'zod';
import { OutsideAllergy } from './allergy.ts';
import { Count, Note, OutsideId, OutsidePair, saidWords, words } from './fields.ts';
import { OutsideInstant } from './instant.ts';
import { LIMITS } from './limits.ts';

/** Messages whose shape is settled and which this release answers with `unsupported`: for who programs against the next one. */

const tables = z.array(saidWords()).max(LIMITS.items);
const minutes = Count;

const OutsidePartyGuest = z.object({
  seat: Count.optional(),
  name: words().optional(),
  allergies: z.array(OutsideAllergy).optional(),
});

/** The whole reservation, walk-in or waitlist entry (CONTRACT section 4). */
export const OutsideParty = z.object({
  ...OutsidePair.shape,
  revision: z.int().optional(),
  state: saidWords().meta({
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
  at: OutsideInstant.optional(),
  etaAt: OutsideInstant.optional(),
  durationMinutes: minutes.optional(),
  quotedMinutes: minutes.optional(),
  phone: words().optional(),
  email: words().optional(),
  tables: tables.optional(),
  locked: z.boolean().optional(),
  server: words().optional(),
  vip: z.boolean().optional(),
  occasion: words().optional(),
  tags: z.array(words()).optional(),
  notes: Note.describe('Kitchen screens show it.').optional(),
  guestNotes: Note.describe('Private: no kitchen screen shows it.').optional(),
  guests: z.array(OutsidePartyGuest).optional(),
  allergies: z.array(OutsideAllergy).optional(),
  key: OutsideId.optional(),
});

export const OutsideTableState = z.object({
  source: OutsideId,
  table: saidWords(),
  state: saidWords().meta({ examples: ['dirty', 'clean', 'blocked', 'open'] }),
  reason: words(LIMITS.reasonCharacters).optional(),
  until: OutsideInstant.optional(),
  key: OutsideId.optional(),
});

export const LATER_SCHEMAS = {
  'party.put': OutsideParty,
  'table.state': OutsideTableState,
} as const;

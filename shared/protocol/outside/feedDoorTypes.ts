import { z } from 'zod';
import { StepKind } from '../../domain/model/party.ts';
import { feedAllergy } from './feedAllergy.ts';
import type { FeedTypeInfo } from './feedTypeInfo.ts';
import { WrittenInstant } from './instant.ts';

/** What the feed says of the door. */
const party = z
  .strictObject({ source: z.string(), id: z.string() })
  .describe("The source's own name of it; `heard` for a party that the house took in.");
const covers = z.int().min(0);
const tables = z.array(z.string());
const server = z.string().nullable();
const cents = z.int().nullable();
const check = z.strictObject({
  source: z.string(),
  id: z.string(),
  state: z.string(),
  covers: covers.nullable(),
  totalCents: cents,
  compsCents: cents,
  currency: z.string().nullable(),
  at: WrittenInstant,
});
const EXAMPLE_PARTY = { source: 'bookings', id: 'r-55' };

export const DOOR_TYPES: Readonly<Record<string, FeedTypeInfo>> = {
  'party.received': {
    says: 'Once, at the first put of a party or when the house takes one in. Names and notes are told to nobody here.',
    body: {
      party,
      kind: z.enum(['reservation', 'walk_in', 'waitlist']),
      state: z.string(),
      covers,
      bookedFor: WrittenInstant.nullable(),
      tables,
      server,
      checks: z.array(check),
    },
    example: {
      party: EXAMPLE_PARTY,
      kind: 'reservation',
      state: 'booked',
      covers: 4,
      bookedFor: '2026-05-01T18:30:00.000Z',
      tables: ['12'],
      server: null,
      checks: [],
    },
  },
  'party.changed': {
    says: 'What is new of it; what is left out is as it was. `change` says what was done, `by` where. With `check` come all checks of the party, for its history.',
    body: {
      party,
      change: StepKind,
      by: z.string(),
      state: z.string().optional(),
      covers: covers.optional(),
      bookedFor: WrittenInstant.nullable().optional(),
      tables: tables.optional(),
      server: server.optional(),
      checks: z.array(check).optional(),
    },
    example: {
      party: EXAMPLE_PARTY,
      change: 'seat',
      by: 'host',
      state: 'seated',
      tables: ['12'],
      server: 'Mara',
    },
  },
  'cover.opened': {
    says: 'Guests sit down: open a cover. Opening the check is a later step. `guestNotes` are told to a POS alone, while they are known.',
    body: {
      party,
      table: z.string().nullable(),
      tables: tables.describe('All of them; more than one are pushed together.'),
      covers,
      server,
      allergies: z.array(feedAllergy),
      guestNotes: z.string().nullable(),
    },
    example: {
      party: EXAMPLE_PARTY,
      table: '12',
      tables: ['12'],
      covers: 4,
      server: 'Mara',
      allergies: [
        { allergen: 'peanut', severity: 'anaphylaxis', crossContact: false, words: null, seat: null },
      ],
      guestNotes: 'prefers the window',
    },
  },
  'server.changed': {
    says: 'Sections of a server tonight. `from`: of whom tables were taken over in this press, and which.',
    body: {
      server: z.string(),
      sections: z.array(z.string()),
      isCut: z.boolean().describe('No new tables.'),
      from: server,
      tables,
    },
    example: { server: 'Mara', sections: ['terrace'], isCut: false, from: null, tables: [] },
  },
};

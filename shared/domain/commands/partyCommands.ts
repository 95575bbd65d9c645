import { z } from 'zod';
import { PartyId, PersonId, TicketId } from '../../lib/ids.ts';
import { TableMark } from '../model/door.ts';
import { KeyedAllergy } from './keyedCommands.ts';

/** What is asked at the door. Limits as in the outside contract, sections 3 and 4. */
const MAX_WORDS = 500;
const MAX_NOTE = 2_000;
const MAX_REASON = 200;

const party = PartyId;
/** Log number of the state on the glass when the finger came down. */
const seen = z.number().int().nonnegative();
const table = z.string().trim().min(1).max(MAX_WORDS);
const tables = z.array(table).min(1).max(20);
const covers = z.number().int().positive().max(9_999);
const minutes = z.number().int().positive().max(1_440);
const server = z.string().trim().min(1).max(MAX_WORDS);
const reason = z.string().trim().min(1).max(MAX_REASON).nullable();
const words = z.string().trim().max(MAX_WORDS).nullable();
const note = z.string().trim().max(MAX_NOTE).nullable();

/** Ends in the personal table, never in an event. */
export const KeyedGuest = z.object({
  name: words,
  phone: words,
  email: words,
  kitchenNotes: note,
  guestNotes: note,
  /** As they stand on the glass: the whole of a person is written, and what is left out is gone. */
  tags: z.array(z.string().trim().min(1).max(MAX_WORDS)).max(50).optional(),
  /** The guest was asked whether the house may remember him; absent or null: nobody has asked. */
  consent: z.boolean().nullable().optional(),
});
export type KeyedGuest = z.infer<typeof KeyedGuest>;

const instant = z.number().nullable();
const facts = {
  covers,
  at: instant,
  etaAt: instant,
  durationMinutes: minutes.nullable(),
  quotedMinutes: minutes.nullable(),
  tables: z.array(table).max(20),
  locked: z.boolean(),
  server: server.nullable(),
  vip: z.boolean(),
  occasion: words,
};

export const PartyCommands = [
  /** Taken in by the house: a walk-in or the waitlist is here, a booking by telephone is not. */
  z.object({
    type: z.literal('party.add'),
    kind: z.enum(['reservation', 'walk_in', 'waitlist']),
    guest: KeyedGuest,
    allergies: z.array(KeyedAllergy).max(200),
    ...facts,
  }),
  z.object({
    type: z.literal('party.edit'),
    party,
    set: z.object(facts).partial(),
    /** Whole; null: as it was. */
    guest: KeyedGuest.nullable(),
    /** Added to what it has: only a withdrawal takes one off. */
    allergies: z.array(KeyedAllergy).max(200),
    seen,
  }),
  z.object({ type: z.literal('party.confirm'), party, seen }),
  /** `arrived`: how many of them; null: all. */
  z.object({ type: z.literal('party.arrive'), party, arrived: covers.nullable(), seen }),
  z.object({ type: z.literal('party.notify'), party, seen }),
  z.object({
    type: z.literal('party.seat'),
    party,
    tables,
    /** null: as many as it is. */
    covers: covers.nullable(),
    /** null: whose section the table is in. */
    server: server.nullable(),
    /** Whose an allergy is that nobody had named; left out: SERVER WILL SAY. */
    seats: z.array(z.object({ allergen: z.string().min(1).max(MAX_WORDS), seat: covers })).max(200),
    /** Why, over the limit or with a server who is cut. */
    reason,
    seen,
  }),
  z.object({ type: z.literal('party.unseat'), party, seen }),
  z.object({ type: z.literal('party.move'), party, tables, seen }),
  z.object({ type: z.literal('party.swap'), party, other: party, seen }),
  /** The plates of a course are off the table. */
  z.object({ type: z.literal('party.clear'), party, course: z.number().int().min(0).max(99), seen }),
  /** Gone, before being seated or after. */
  z.object({ type: z.literal('party.leave'), party, seen }),
  z.object({ type: z.literal('party.finish'), party, seen }),
  z.object({ type: z.literal('party.cancel'), party, seen }),
  /** `press`: the same on all that one press said of several parties. */
  z.object({
    type: z.literal('party.noShow'),
    party,
    seen,
    press: z.string().min(1).max(64).optional(),
  }),
  /** `step` by its log number. */
  z.object({ type: z.literal('party.undo'), party, step: z.number().int(), seen }),
  /** Whose ticket it is; null: of none that was asked about. */
  z.object({ type: z.literal('party.match'), ticket: TicketId, party: party.nullable() }),
  z.object({
    type: z.literal('party.withdraw'),
    party,
    allergen: z.string().min(1).max(MAX_WORDS),
    seat: z.number().int().positive().nullable(),
    by: z.string().trim().min(1).max(100),
  }),
  /** Answers to what a guest has brought before: put it on this party, or leave it tonight. Asked again by nobody. */
  z.object({
    type: z.literal('party.standing'),
    party,
    put: z.array(KeyedAllergy).max(200),
    leave: z.array(z.string().min(1).max(MAX_WORDS)).max(200),
  }),
  z.object({ type: z.literal('table.combine'), tables: z.array(table).min(2).max(20) }),
  z.object({ type: z.literal('table.split'), table }),
  /** `blocked` until then, or until somebody opens it. `dirty` and `clean` say that whoever sat there has gone. */
  z.object({
    type: z.literal('table.mark'),
    table,
    state: TableMark,
    reason: z.string().max(MAX_REASON).nullable(),
    until: instant,
    /** The same on all that one press said of several tables. */
    press: z.string().min(1).max(64).optional(),
  }),
  /** What was said of a table, or of several pushed together or apart, by its log number. */
  z.object({ type: z.literal('table.undo'), table, step: z.number().int() }),
  /** Ends in the personal table, never in an event. */
  z.object({ type: z.literal('shiftNote.write'), words: z.string().trim().min(1).max(MAX_NOTE) }),
  z.object({ type: z.literal('shiftNote.strike'), note: PersonId }),
  z.object({ type: z.literal('server.assign'), server, sections: z.array(table).max(50) }),
  /** All tables of `server` are `by`'s from now on. */
  z.object({ type: z.literal('server.relieve'), server, by: server }),
  z.object({ type: z.literal('server.cut'), server, isCut: z.boolean() }),
  /** What was said of a server, by its log number. */
  z.object({ type: z.literal('server.undo'), server, step: z.number().int() }),
] as const;

import { z } from 'zod';
import { PartyId, PersonId, TicketId } from '../../lib/ids.ts';
import {
  JoinMark,
  PartyQuestion,
  ServerMark,
  ServerStanding,
  ShiftNote,
  TableMark,
  TableStanding,
} from '../model/door.ts';
import { Party, PartyLive, StepKind } from '../model/party.ts';
import { SaidAllergy } from '../model/ticket.ts';

const party = PartyId;
/** What the source's last put leaves for the next comparison. */
const PutMarks = Party.pick({ revision: true, digest: true, said: true, person: true, guests: true });

/** A booking's first put, or a party that the house took in. */
export const PartyReceived = z.object({ type: z.literal('party.received'), record: Party });

/** What became of it: `set` holds what is new, `was` the same members before. */
export const PartyChanged = z.object({
  type: z.literal('party.changed'),
  party,
  kind: StepKind,
  set: PartyLive.partial(),
  was: PartyLive.partial(),
  reason: z.string().nullable(),
  /** The other of a swap. */
  other: PartyId.optional(),
  /** At which screen; null: no person's. */
  screen: z.string().nullable(),
  /** The step that this one takes back, by its log number. */
  undoes: z.number().int().optional(),
  /** The same on all that one press said of several parties. */
  press: z.string().optional(),
  /** With a put: what the source says from now on. */
  put: PutMarks.optional(),
});

/** A newer revision that changes nothing. Not in the feed. */
export const PartyRevised = z.object({
  type: z.literal('party.revised'),
  party,
  put: PutMarks,
});

/** Its day is over; the stub goes to history. Not in the feed. */
export const PartyClosed = z.object({ type: z.literal('party.closed'), party });
/** Its source speaks of it again. Not in the feed. */
export const PartyReopened = z.object({ type: z.literal('party.reopened'), record: Party });

/** Guests sit down: the POS opens its cover. Names and guest notes travel beside it, by `person`. */
export const CoverOpened = z.object({
  type: z.literal('cover.opened'),
  party,
  tables: z.array(z.string()).min(1),
  covers: z.number().int(),
  server: z.string().nullable(),
  allergies: z.array(SaidAllergy),
  person: PersonId.nullable(),
});

/** Whose ticket is it? Not in the feed: the alert beside it is. */
export const PartyAsked = z.object({ type: z.literal('party.asked'), question: PartyQuestion });
/** null: nobody's that was asked about. */
export const PartyMatched = z.object({
  type: z.literal('party.matched'),
  ticket: TicketId,
  match: PartyId.nullable(),
});

/** Blocked, dirty, pushed together, or no longer so. Not in the feed. */
export const TablesChanged = z.object({
  type: z.literal('tables.changed'),
  tables: z.array(TableStanding).min(1),
  /** A person said so at this screen; absent: it followed from something else. */
  said: z
    .object({ mark: z.union([TableMark, JoinMark]), screen: z.string(), press: z.string().optional() })
    .optional(),
  /** What a person had said, by its log number, and has taken back. */
  undoes: z.number().int().optional(),
});

export const ServerChanged = z.object({
  type: z.literal('server.changed'),
  tonight: ServerStanding,
  /** Whose tables it has taken over in this press. */
  from: z.string().nullable(),
  tables: z.array(z.string()),
  /** A person said so at this screen, with the last change of the press; `was`: all whom it changed, before. Not in the feed. */
  said: z
    .object({
      mark: ServerMark,
      server: z.string(),
      other: z.string().nullable(),
      screen: z.string(),
      was: z.array(ServerStanding).min(1),
      press: z.string().optional(),
    })
    .optional(),
  /** What a person had said, by its log number, and has taken back. Not in the feed. */
  undoes: z.number().int().optional(),
});

/** Its words stand beside it, in the personal table. Not in the feed. */
export const ShiftNoted = z.object({ type: z.literal('shift.noted'), note: ShiftNote });
/** Taken off by a person; its words are overwritten. Not in the feed. */
export const ShiftNoteStruck = z.object({ type: z.literal('shift.note_struck'), note: PersonId });

export const PartyEvents = [
  PartyReceived,
  PartyChanged,
  PartyRevised,
  PartyClosed,
  PartyReopened,
  CoverOpened,
  PartyAsked,
  PartyMatched,
  TablesChanged,
  ServerChanged,
  ShiftNoted,
  ShiftNoteStruck,
] as const;

import { z } from 'zod';
import { StationId, TicketId } from '../../lib/ids.ts';
import { removeCardNumbers } from '../../protocol/outside/cardNumbers.ts';
import { NotePreset } from '../model/ticket.ts';

/** A note is read from two metres between two pans. */
export const NOTE_CHARACTERS = 60;
/** An answer beyond an hour is no answer. */
const MOST_MINUTES = 60;

const ticket = TicketId;

/** What expo asks of stations and runners. A station is named by `at` where it is not the one that presses. */
export const PassCommands = [
  /** +2, +5: a held course fires at this instant by itself; HOLD takes it back. */
  z.object({
    type: z.literal('course.plan'),
    ticket,
    course: z.number().int(),
    fireAt: z.number(),
  }),
  /** NOTE: one of the two. */
  z.object({
    type: z.literal('station.note'),
    ticket,
    at: StationId,
    preset: NotePreset.nullable(),
    words: z.string().trim().min(1).max(NOTE_CHARACTERS).transform(removeCardNumbers).nullable(),
  }),
  /** HOW LONG? */
  z.object({ type: z.literal('station.ask'), ticket, at: StationId }),
  z.object({
    type: z.literal('station.answer'),
    ticket,
    station: StationId,
    minutes: z.number().int().min(1).max(MOST_MINUTES),
    /** Pressed for a station that is down, at the one that shows its tickets meanwhile. */
    asNeighbour: z.literal(true).optional(),
  }),
  /** HANDS: `isOn` false takes the call back. */
  z.object({ type: z.literal('hands.call'), ticket, course: z.number().int(), isOn: z.boolean() }),
] as const;

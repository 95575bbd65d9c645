import { z } from 'zod';
import { StationId, TicketId } from '../../lib/ids.ts';
import { StationNote } from '../model/ticket.ts';

const ticket = TicketId;

/** Expo has sent a station a note. That it was seen is told by `ticket.changes_seen`. */
export const StationNoted = z.object({ type: z.literal('station.noted'), ticket, note: StationNote });

/** HOW LONG? */
export const StationAsked = z.object({ type: z.literal('station.asked'), ticket, station: StationId });
export const StationAnswered = z.object({
  type: z.literal('station.answered'),
  ticket,
  station: StationId,
  minutes: z.number(),
});

/** A person is wanted at the pass; `isOn` false takes it back. */
export const Called = z.object({
  type: z.literal('call'),
  ticket,
  kind: z.literal('hands'),
  course: z.number().int(),
  isOn: z.boolean(),
});

export const PassEvents = [StationNoted, StationAsked, StationAnswered, Called] as const;

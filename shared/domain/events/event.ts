import { z } from 'zod';
import { AllergyEvents } from './allergyEvents.ts';
import { CourseEvents } from './courseEvents.ts';
import { DishEvents } from './dishEvents.ts';
import { FoodEvents } from './foodEvents.ts';
import { HouseEvents } from './houseEvents.ts';
import { PaperEvents } from './paperEvents.ts';
import { PartyEvents } from './partyEvents.ts';
import { PassEvents } from './passEvents.ts';
import { TicketEvents } from './ticketEvents.ts';

/**
 * A fact in the log. Bodies carry all that `reduce` needs, so that replay asks neither clock nor configuration. An event that the outside
 * feed tells has the feed's own type name; the others are the house's own.
 */
export const EventBody = z.discriminatedUnion('type', [
  ...TicketEvents,
  ...CourseEvents,
  ...FoodEvents,
  ...AllergyEvents,
  ...DishEvents,
  ...PaperEvents,
  ...PassEvents,
  ...PartyEvents,
  ...HouseEvents,
]);
export type EventBody = z.infer<typeof EventBody>;
export type EventType = EventBody['type'];

/** The version of event bodies written by this build; older ones pass through upcasters when read. */
export const EVENT_VERSION = 1;

/** What stands around a body in the log and on the wire. */
export const Envelope = z.object({
  /** Log number: rises by one, no gaps within an epoch. */
  seq: z.number().int(),
  /** The same on every delivery: `n-seq` of the epoch it was written in. */
  id: z.string(),
  /** Hub time. */
  at: z.number(),
  v: z.number().int(),
  /** Who, as `actorName` says it. */
  by: z.string(),
  /** The command that caused it. */
  cmd: z.string(),
  /** The POS's own name of the ticket it is about, so that the feed needs no look-up however old the event is. */
  ref: z.object({ source: z.string(), id: z.string() }).optional(),
});

export const Event = Envelope.and(EventBody);
export type Event = z.infer<typeof Envelope> & EventBody;
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;

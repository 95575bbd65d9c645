import { z } from 'zod';
import { ItemId, StationId, TicketId } from '../../lib/ids.ts';
import { Item, ItemFace } from '../model/food.ts';
import { Course, SaidAllergy, Ticket, TicketHead } from '../model/ticket.ts';

const ticket = TicketId;
const stations = z.array(StationId);

/** Once, at the first put. The record holds everything of it, its food still held. */
export const TicketReceived = z.object({ type: z.literal('ticket.received'), record: Ticket });

/** The house has keyed food by hand, at first or more of it: what a POS needs to know of it once it is back. */
export const TicketKeyed = z.object({
  type: z.literal('ticket.keyed'),
  ticket,
  number: z.string(),
  table: z.string().nullable(),
  covers: z.number().nullable(),
  items: z.array(
    ItemFace.pick({ menuItemId: true, name: true, seat: true, course: true, notes: true }).extend({
      external: z.string(),
      quantity: z.number(),
      modifiers: z.array(z.string()),
    }),
  ),
  allergies: z.array(SaidAllergy),
});

/** A newer put that differs. Records stand as they are after it; outside ids are for the feed. */
export const TicketChanged = z.object({
  type: z.literal('ticket.changed'),
  ticket,
  revision: z.number().nullable(),
  digest: z.string(),
  head: TicketHead.nullable(),
  headWas: TicketHead.partial().nullable(),
  courses: z.array(Course),
  items: z.array(Item),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  voided: z.array(z.string()),
  moved: z.array(z.string()),
  saidAllergies: z.array(SaidAllergy),
  stations,
});

/** A newer revision, or another wording of the same, that asks for nothing. Not in the feed. */
export const TicketRevised = z.object({
  type: z.literal('ticket.revised'),
  ticket,
  revision: z.number().nullable(),
  digest: z.string(),
  items: z.array(Item),
  courses: z.array(Course),
  saidAllergies: z.array(SaidAllergy),
});

export const TicketListed = z.object({
  type: z.literal('ticket.listed'),
  ticket,
  station: StationId,
  version: z.number(),
});
export const TicketPainted = z.object({
  type: z.literal('ticket.painted'),
  ticket,
  station: StationId,
  version: z.number(),
});
export const TicketHeard = z.object({
  type: z.literal('ticket.heard'),
  ticket,
  station: StationId,
  version: z.number(),
});

/** A cook has seen voids and changes go; a seen void is no longer on that station's glass. */
export const TicketChangesSeen = z.object({
  type: z.literal('ticket.changes_seen'),
  ticket,
  station: StationId,
  voids: z.array(z.object({ item: ItemId, batch: z.number() })),
  changes: z.array(ItemId),
  /** Notes of expo, by id. */
  notes: z.array(z.string()).optional(),
});

export const TicketReady = z.object({ type: z.literal('ticket.ready'), ticket });
export const TicketRun = z.object({ type: z.literal('ticket.run'), ticket });

/** Everything is run, or void and seen. The recall window starts. */
export const TicketEnded = z.object({ type: z.literal('ticket.ended'), ticket });

/** The recall window is over: the record goes to history as the ticket's stub. */
export const TicketClosed = z.object({ type: z.literal('ticket.closed'), ticket });

/** A closed ticket that a newer put asks new food of. */
export const TicketReopened = z.object({ type: z.literal('ticket.reopened'), record: Ticket });

/** Made rush, or no longer; the tile moves once. */
export const TicketRushed = z.object({ type: z.literal('ticket.rushed'), ticket, isRush: z.boolean() });

/** An order leaves the house; `isOn` false takes the step back. */
const step = { ticket, isOn: z.boolean() };
export const TicketPacked = z.object({ type: z.literal('ticket.packed'), ...step });
export const TicketCourierHere = z.object({ type: z.literal('ticket.courier_here'), ...step });
export const TicketHandedOver = z.object({ type: z.literal('ticket.handed_over'), ...step });
export const TicketReturned = z.object({ type: z.literal('ticket.returned'), ...step });

/** Dishes went into bags, or out of them (null); `bags` is how many there are after it. */
export const TicketBagged = z.object({
  type: z.literal('ticket.bagged'),
  ticket,
  portions: z.array(z.object({ item: ItemId, batch: z.number(), bag: z.number().int().nullable() })),
  bags: z.number().int(),
});

export const TicketEvents = [
  TicketReceived,
  TicketKeyed,
  TicketChanged,
  TicketRevised,
  TicketListed,
  TicketPainted,
  TicketHeard,
  TicketChangesSeen,
  TicketReady,
  TicketRun,
  TicketEnded,
  TicketClosed,
  TicketReopened,
  TicketRushed,
  TicketPacked,
  TicketCourierHere,
  TicketHandedOver,
  TicketReturned,
  TicketBagged,
] as const;

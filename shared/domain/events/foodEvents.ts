import { z } from 'zod';
import { ItemId, StationId, TicketId } from '../../lib/ids.ts';
import { FireCause, Item, Stage } from '../model/food.ts';
import { FoodQuestion, Ticket } from '../model/ticket.ts';

const ticket = TicketId;
const stations = z.array(StationId);
/** The POS's own id of the item. */
const external = z.string();
const portion = z.object({ item: ItemId, batch: z.number() });
const count = z.object({ item: ItemId, batch: z.number(), quantity: z.number() });

/** Chosen dishes fired apart from their course. */
export const ItemFired = z.object({
  type: z.literal('item.fired'),
  ticket,
  cause: FireCause,
  portions: z.array(portion),
  externals: z.array(external),
  stations,
});
export const ItemHeld = z.object({
  type: z.literal('item.held'),
  ticket,
  portions: z.array(portion),
  externals: z.array(external),
  isByPerson: z.boolean(),
  stations,
});

/** Work goes to another station: the one it was for has closed, left the house, or a person says so. What was heard there is asked again here. */
export const PartMoved = z.object({
  type: z.literal('part.moved'),
  ticket,
  portions: z.array(portion),
  from: StationId,
  to: StationId,
  /** The closed station whose work it stays. */
  standsInFor: StationId.nullable(),
  stations,
});

/** One station began. `item.started` tells the first of them. */
export const PartStarted = z.object({
  type: z.literal('part.started'),
  ticket,
  station: StationId,
  portions: z.array(portion),
});
export const ItemStarted = z.object({ type: z.literal('item.started'), ticket, item: ItemId, external });

/** One station's count of ready portions after a press. `item.bumped` tells what the last of a dish's stations has finished. */
export const PartBumped = z.object({
  type: z.literal('part.bumped'),
  ticket,
  station: StationId,
  portions: z.array(count),
});
export const ItemBumped = z.object({
  type: z.literal('item.bumped'),
  ticket,
  item: ItemId,
  external,
  batch: z.number(),
  /** Portions newly finished. */
  quantity: z.number(),
  stations,
});

/** Counts after a recall at the stations named, with food that was run brought back. */
export const PartRecalled = z.object({
  type: z.literal('part.recalled'),
  ticket,
  parts: z.array(z.object({ item: ItemId, batch: z.number(), station: StationId, quantity: z.number() })),
  /** The screen that asked; null when no screen did. */
  screen: z.string().nullable(),
  stations,
});
export const ItemRecalled = z.object({
  type: z.literal('item.recalled'),
  ticket,
  item: ItemId,
  external,
  batch: z.number(),
  quantity: z.number(),
  undo: z.boolean(),
});

/** The pass: portions of each batch that have gone out, as a total. */
export const FoodRun = z.object({ type: z.literal('food.run'), ticket, portions: z.array(count) });
/** UNDO of a run: portions of each batch that had gone out before it, as a total. Ready food stays ready. */
export const FoodRunUndone = z.object({
  type: z.literal('food.run_undone'),
  ticket,
  portions: z.array(count),
  screen: z.string().nullable(),
});

/** `batches` are the item's batches after it. */
export const ItemVoided = z.object({
  type: z.literal('item.voided'),
  ticket,
  item: ItemId,
  external,
  quantity: z.number(),
  stage: Stage,
  reason: z.string().nullable(),
  record: Item,
  stations,
});

/** A void that nobody had seen, taken back by a newer put. */
export const ItemRestored = z.object({ type: z.literal('item.restored'), ticket, record: Item, stations });

/** Food goes from one ticket's line to another's with all its state. Both records stand as they are after it. */
export const ItemMoved = z.object({
  type: z.literal('item.moved'),
  /** The ticket that has it now. */
  ticket,
  item: ItemId,
  external,
  quantity: z.number(),
  from: z.object({ ticket: TicketId, item: ItemId, source: z.string(), id: z.string(), external }),
  tickets: z.array(Ticket),
  question: z.string().nullable(),
});

export const ItemRefired = z.object({
  type: z.literal('item.refired'),
  ticket,
  item: ItemId,
  external,
  quantity: z.number(),
  reason: z.string(),
  record: Item,
  stations,
});

/** SAME FOOD / NEW FOOD: asked at expo, the food untouched meanwhile. */
export const FoodAsked = z.object({ type: z.literal('food.asked'), ticket, question: FoodQuestion });
export const FoodAnswered = z.object({
  type: z.literal('food.answered'),
  ticket,
  question: z.string(),
  answer: z.enum(['same', 'new']),
  tickets: z.array(Ticket),
  stations,
});

export const FoodEvents = [
  ItemFired,
  ItemHeld,
  PartMoved,
  PartStarted,
  ItemStarted,
  PartBumped,
  ItemBumped,
  PartRecalled,
  ItemRecalled,
  FoodRun,
  FoodRunUndone,
  ItemVoided,
  ItemRestored,
  ItemMoved,
  ItemRefired,
  FoodAsked,
  FoodAnswered,
] as const;

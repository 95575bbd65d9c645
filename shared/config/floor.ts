import { z } from 'zod';

/**
 * The door's part of the configuration: what stands on the floor, and how many may come. Tables are named as the POS names them, because
 * tickets say no other id. Places and sizes are in centimetres of the room, angles in degrees.
 */
const name = z.string().trim().min(1).max(40);
const seats = z.number().int().positive().max(200);
const weekday = z.number().int().min(0).max(6);
/** Local wall time of the venue. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'hours and minutes, for example 19:30');

/** A room a restaurant may have is not wider than this; whoever types a nought too many is told. */
const MAX_ROOM_CM = 20_000;
const roomCm = z.number().positive().max(MAX_ROOM_CM);

/** What a hub calls a picture it keeps: made of what is in it, so that the same picture is there once. */
export const PictureId = z.string().regex(/^[0-9a-f]{32}\.(?:jpg|png|webp)$/u);
export type PictureId = z.infer<typeof PictureId>;

export const Room = z.object({
  id: name,
  name,
  /** What its plan shows, from its upper left corner. */
  width: roomCm.default(1200),
  height: roomCm.default(800),
  /** Behind its tables, over the whole room. The hub keeps it in a table of its own; the document has its name alone. */
  picture: PictureId.nullable().default(null),
});
export type Room = z.infer<typeof Room>;

/** By which the tables of a section are told apart at a glance, beside its name. */
export const SectionColour = z.enum(['blue', 'green', 'violet', 'brown', 'red', 'indigo']);
export type SectionColour = z.infer<typeof SectionColour>;

export const FloorSection = z.object({ id: name, name, colour: SectionColour.nullable().default(null) });
export type FloorSection = z.infer<typeof FloorSection>;

const wait = z.number().positive().max(600);
/**
 * Minutes a table may stand in a stage before somebody is needed there. `on_the_table` is PRODUCT.md's own "mains on the table 45 min, not
 * cleared"; `cooking` is a main that is late (18) and the walk to it; the rest is what servers are taught: an order within ten minutes of
 * sitting down, plates away before anything is offered, a check not left lying, a table laid again in five.
 */
export const WaitMinutes = z.object({
  arrived: wait.default(5),
  partly_arrived: wait.default(15),
  seated: wait.default(10),
  ordered: wait.default(10),
  drinks: wait.default(15),
  cooking: wait.default(25),
  on_the_table: wait.default(45),
  cleared: wait.default(10),
  check_dropped: wait.default(15),
  part_paid: wait.default(10),
  paid: wait.default(15),
  dirty: wait.default(5),
});
export type WaitMinutes = z.infer<typeof WaitMinutes>;

export const FloorTable = z.object({
  id: name,
  room: name,
  section: name.nullable().default(null),
  /** How many sit well, and how many fit. */
  seats,
  maxSeats: seats.nullable().default(null),
  shape: z.enum(['square', 'round', 'long', 'bar']).default('square'),
  /** The upper left corner it would have if it were not turned; it is turned about its middle, clockwise. */
  x: z.number().default(0),
  y: z.number().default(0),
  width: z.number().positive().default(80),
  height: z.number().positive().default(80),
  rotation: z.number().min(0).lt(360).default(0),
});
export type FloorTable = z.infer<typeof FloorTable>;

/** Tables that can be pushed together, and how many sit at them then. */
export const Combination = z.object({ tables: z.array(name).min(2).max(20), seats });
export type Combination = z.infer<typeof Combination>;

/** A meal: when it is, how long people sit, and how many may sit down in a quarter of an hour. */
export const Shift = z.object({
  id: name,
  name,
  /** 0 is Sunday. */
  days: z.array(weekday).min(1).default([0, 1, 2, 3, 4, 5, 6]),
  from: wallTime,
  /** Earlier than `from`: after midnight. */
  to: wallTime,
  /** null: nobody counts. */
  coversPer15: z.number().int().positive().nullable().default(null),
});
export type Shift = z.infer<typeof Shift>;

export const FloorConfig = z.object({
  rooms: z.array(Room).default([]),
  tables: z.array(FloorTable).max(500).default([]),
  combinations: z.array(Combination).default([]),
  sections: z.array(FloorSection).default([]),
  /** As the POS names them on a ticket. */
  servers: z.array(name).max(200).default([]),
  shifts: z.array(Shift).default([]),
  /** A party that is not here so long after its time is late. */
  lateMinutes: z.number().positive().default(15),
  /** How long before and after its time a booking may be who sits down at its table. */
  matchMinutes: z.number().positive().default(45),
  /** How long parties sit where nobody said: up to two covers, up to four, more. */
  turnMinutes: z
    .object({ two: z.number().positive(), four: z.number().positive(), more: z.number().positive() })
    .default({ two: 90, four: 105, more: 135 }),
  waitMinutes: WaitMinutes.prefault({}),
});
export type FloorConfig = z.infer<typeof FloorConfig>;

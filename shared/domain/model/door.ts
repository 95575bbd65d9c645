import { z } from 'zod';
import { PartyId, PersonId, ServiceDay, TicketId } from '../../lib/ids.ts';
import { Instant } from './food.ts';

/** A table as the door left it. Who sits there stands with the party; a table that is not here is open and clean. */
export const TableStanding = z.object({
  table: z.string(),
  blocked: z
    .object({ reason: z.string().nullable(), until: Instant.nullable(), at: Instant, by: z.string() })
    .nullable(),
  dirtySince: Instant.nullable(),
  /** All that are pushed together with it, itself among them; empty: it stands alone. */
  joined: z.array(z.string()),
});
export type TableStanding = z.infer<typeof TableStanding>;

export const TableMark = z.enum(['dirty', 'clean', 'blocked', 'open']);
export type TableMark = z.infer<typeof TableMark>;

const MarkedStanding = TableStanding.pick({ blocked: true, dirtySince: true });

/** What a person said of a table: what it was before and after, so that it can be taken back by name while the shift lasts. */
export const TableStep = z.object({
  /** Log number of the change. */
  seq: z.number().int(),
  table: z.string(),
  mark: TableMark,
  at: Instant,
  by: z.string(),
  /** At which screen it was pressed. */
  screen: z.string(),
  was: MarkedStanding,
  became: MarkedStanding,
  isUndone: z.boolean().default(false),
  /** The same on all that one press said of several tables. */
  press: z.string().optional(),
});
export type TableStep = z.infer<typeof TableStep>;

const JoinedStanding = TableStanding.pick({ table: true, joined: true });
export const JoinMark = z.enum(['combine', 'split']);
export type JoinMark = z.infer<typeof JoinMark>;

/** Tables that a person pushed together or apart, likewise. */
export const JoinStep = z.object({
  seq: z.number().int(),
  mark: JoinMark,
  /** All that it was said of. */
  tables: z.array(z.string()).min(1),
  at: Instant,
  by: z.string(),
  screen: z.string(),
  was: z.array(JoinedStanding),
  became: z.array(JoinedStanding),
  isUndone: z.boolean().default(false),
});
export type JoinStep = z.infer<typeof JoinStep>;

/** A server tonight, by the name the POS has. */
export const ServerStanding = z.object({
  server: z.string(),
  sections: z.array(z.string()),
  /** CUT: no new tables. */
  isCut: z.boolean(),
});
export type ServerStanding = z.infer<typeof ServerStanding>;

export const ServerMark = z.enum(['assign', 'cut', 'back', 'relieve']);
export type ServerMark = z.infer<typeof ServerMark>;

/** What a person said of a server, likewise. A relief is of two, and its tables stand among the steps of their parties, by its `press`. */
export const ServerStep = z.object({
  /** Log number of the last change it made. */
  seq: z.number().int(),
  mark: ServerMark,
  server: z.string(),
  /** Who took over; null: nobody. */
  other: z.string().nullable(),
  at: Instant,
  by: z.string(),
  screen: z.string(),
  was: z.array(ServerStanding).min(1),
  became: z.array(ServerStanding),
  isUndone: z.boolean().default(false),
  press: z.string().optional(),
});
export type ServerStep = z.infer<typeof ServerStep>;

/** A ticket at a table where nobody was seated, and bookings that it may be of: a person says which, or none. */
export const PartyQuestion = z.object({
  ticket: TicketId,
  table: z.string(),
  parties: z.array(PartyId).min(1),
  at: Instant,
});
export type PartyQuestion = z.infer<typeof PartyQuestion>;

/** A note of the shift. Its words may be about guests: they stand in the personal table, by this id, as a person's private notes do. */
export const ShiftNote = z.object({
  note: PersonId,
  day: ServiceDay,
  at: Instant,
  by: z.string(),
  /** At which screen it was written; null: no person's. */
  screen: z.string().nullable(),
});
export type ShiftNote = z.infer<typeof ShiftNote>;

export const Door = z.object({
  tables: z.record(z.string(), TableStanding).default({}),
  servers: z.record(z.string(), ServerStanding).default({}),
  /** By ticket. */
  questions: z.record(z.string(), PartyQuestion).default({}),
  /** Of this service day and the one before, oldest first. */
  shiftNotes: z.array(ShiftNote).default([]),
  /** Of this shift, oldest first. */
  tableSteps: z.array(TableStep).default([]),
  joinSteps: z.array(JoinStep).default([]),
  serverSteps: z.array(ServerStep).default([]),
});
export type Door = z.infer<typeof Door>;

export const emptyDoor: Door = {
  tables: {},
  servers: {},
  questions: {},
  shiftNotes: [],
  tableSteps: [],
  joinSteps: [],
  serverSteps: [],
};

export function standingOf(door: Door, table: string): TableStanding {
  return door.tables[table] ?? { table, blocked: null, dirtySince: null, joined: [] };
}

export function serverOf(door: Door, server: string): ServerStanding {
  return door.servers[server] ?? { server, sections: [], isCut: false };
}

/** The tables that go with this one. */
export function joinedWith(door: Door, table: string): readonly string[] {
  const { joined } = standingOf(door, table);
  return joined.length > 0 ? joined : [table];
}

/** The same tables, in whatever order. */
export function areSameTables(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((table) => b.includes(table));
}

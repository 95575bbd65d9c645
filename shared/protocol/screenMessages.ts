import { z } from 'zod';
import { HouseConfig } from '../config/houseConfig.ts';
import { CommandEnvelope } from '../domain/commands/command.ts';
import { RejectionCode } from '../domain/commands/outcome.ts';
import { Role } from '../domain/events/actor.ts';
import { Event } from '../domain/events/event.ts';
import { Party } from '../domain/model/party.ts';
import { PersonFields } from '../domain/model/put.ts';
import { Check, StateDocument } from '../domain/model/state.ts';
import { Ticket } from '../domain/model/ticket.ts';
import { CommandId, PersonId, StationId } from '../lib/ids.ts';

/**
 * The binding between a hub (or station) and its screens: `hello` up with an answer, `command` up with an answer, `down` and `beat` down,
 * `here` up for each beat, `told` up to a station.
 * A change of any schema here needs a new number, because screens of two builds meet on the day of an update.
 */
export const PROTOCOL_VERSION = 8;

export const Epoch = z.object({ n: z.number().int(), id: z.string() });
export type Epoch = z.infer<typeof Epoch>;

export const HelloRequest = z.object({
  protocol: z.number().int(),
  build: z.string(),
  screen: z.string().min(1).max(100),
  station: StationId.nullable(),
  /** null: this screen has nothing yet. */
  cursor: z.object({ epoch: z.string(), seq: z.number().int().nonnegative() }).nullable(),
  /** Whose log this screen has followed last, and which of its epochs: a hub learns from it that it was replaced. */
  followed: z.object({ siteId: z.string(), epoch: Epoch }).optional(),
  /** Asks for a further page of a snapshot that an earlier answer began. */
  page: z.object({ snapshot: z.string(), index: z.number().int().positive() }).nullable(),
});
export type HelloRequest = z.infer<typeof HelloRequest>;

/** Personal fields by `personId`, cut to the receiver's role; null means erased. */
export const PersonalBatch = z.record(PersonId, PersonFields.partial().nullable());
export type PersonalBatch = z.infer<typeof PersonalBatch>;

export const ConfigDocument = z.object({ version: z.number().int(), config: HouseConfig });
export type ConfigDocument = z.infer<typeof ConfigDocument>;

/** A state in pages, so that no message grows with the night: the first carries the small tables, all carry tickets, checks and parties. */
export const SnapshotPage = z.object({
  snapshot: z.string(),
  index: z.number().int(),
  pages: z.number().int(),
  /** The first page's alone: what a state has beside its long tables. */
  head: StateDocument.omit({ tickets: true, checks: true, parties: true }).nullable(),
  tickets: z.array(Ticket),
  checks: z.record(z.string(), Check),
  parties: z.array(Party),
});
export type SnapshotPage = z.infer<typeof SnapshotPage>;

/** How a command of an outbox stands; `queued` only from a station. */
export const Settled = z.discriminatedUnion('state', [
  z.object({ state: z.literal('queued') }),
  z.object({
    state: z.literal('decided'),
    outcome: z.enum(['applied', 'noop', 'duplicate', 'stale']),
    seq: z.number(),
  }),
  z.object({
    state: z.literal('refused'),
    code: RejectionCode.or(z.enum(['unavailable', 'internal', 'unauthorized'])),
    message: z.string(),
  }),
]);
export type Settled = z.infer<typeof Settled>;

export const PendingCommand = z.object({ envelope: CommandEnvelope, settled: Settled.nullable() });
export type PendingCommand = z.infer<typeof PendingCommand>;

export const HelloAnswer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    siteId: z.string(),
    epoch: Epoch,
    build: z.string(),
    protocol: z.number().int(),
    /** Hub time now. */
    now: z.number(),
    /** Hub milliseconds in one real one: 1, more in a demo. What hands, links and printers time is never scaled. */
    speed: z.number().positive(),
    /** Where the log stands. Events that end before it, or a page that is not the last, are followed by another `hello`. */
    seq: z.number().int(),
    /** From a station: how long ago the hub spoke. A hub itself speaks now. */
    ageMs: z.number().nonnegative().optional(),
    /** Where this screen finds its hub: this one first, then who may take over. Only from a hub. */
    hubs: z.array(z.string()).optional(),
    /** Shown at another hub of the site in place of the cookie, which does not go there. */
    follow: z.string().optional(),
    roles: z.array(Role),
    /** As people called this screen, or the device it is on, when they let it in: the author of what is pressed there. */
    screen: z.string().optional(),
    /** null: as the first page of this snapshot said. */
    config: ConfigDocument.nullable(),
    personal: PersonalBatch,
    /** Exactly one of the two: what was missed, or a snapshot's page. */
    events: z.array(Event).nullable(),
    snapshot: SnapshotPage.nullable(),
    pending: z.array(PendingCommand),
  }),
  z.object({
    ok: z.literal(false),
    /** `role`: known, and not a screen of what it says it shows. `fenced`: another hub has taken over from this one. */
    code: z.enum(['unauthorized', 'role', 'build', 'invalid', 'unavailable', 'fenced']),
    message: z.string(),
    /** Where the hub is now. */
    hubs: z.array(z.string()).optional(),
    /** The build that would be welcome. */
    build: z.string().optional(),
  }),
]);
export type HelloAnswer = z.infer<typeof HelloAnswer>;

/** Events `from`..`to` of an epoch, without gaps. A receiver that stands elsewhere says `hello` again. */
export const Down = z.object({
  epoch: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  /** Packed (packedEvents.ts): it goes to every screen at once. */
  events: z.array(z.looseObject({ type: z.string() })),
  personal: PersonalBatch.optional(),
  config: ConfigDocument.optional(),
  pending: z.array(PendingCommand).optional(),
});
export type Down = z.infer<typeof Down>;

/** Since when, by hub time. `isSilent`: a POS that only posts and has not for long; whether it could, nobody knows. */
export const PosLost = z.object({ since: z.number(), isSilent: z.literal(true).optional() });
export type PosLost = z.infer<typeof PosLost>;

/** Every second. A screen that misses it says so; and one that hears a station's says how long that has not heard the hub (`ageMs`). */
export const Beat = z.object({
  epoch: z.string(),
  seq: z.number().int(),
  now: z.number(),
  ageMs: z.number().nonnegative().optional(),
  /** As in `hello`; absent: there is no standby. */
  hubs: z.array(z.string()).optional(),
  /** Open stations that no screen answers for: presence, in no log. Absent: none. */
  down: z.array(StationId).optional(),
  /** No POS is at the other end: presence, in no log. Absent: one is, or the house has none. */
  pos: PosLost.optional(),
});
export type Beat = z.infer<typeof Beat>;

/** Said when a screen is in step, and in answer to each beat: a station is up while a visible screen of it says so. */
export const Here = z.object({
  seq: z.number().int(),
  isVisible: z.boolean(),
  /** From a station's device: of which stations windows are in sight there. */
  stations: z.array(StationId).max(100).optional(),
});
export type Here = z.infer<typeof Here>;

/** To a station: a person has read why these presses were not done. */
export const Told = z.object({ ids: z.array(CommandId).max(1000) });
export type Told = z.infer<typeof Told>;

export const CommandAnswer = Settled;
export type CommandAnswer = Settled;

export const CommandMessage = z.object({ envelope: CommandEnvelope });
export type CommandMessage = z.infer<typeof CommandMessage>;

/** The epoch as one string, as the outside contract writes it. */
export function epochText(epoch: Epoch): string {
  return `${epoch.n}-${epoch.id}`;
}

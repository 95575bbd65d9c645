import { z } from 'zod';
import type { ConfigNote } from '../../config/configVersion.ts';
import type { HouseConfig } from '../../config/houseConfig.ts';
import type { PosMenu } from '../../config/posMenu.ts';
import { AllergyKey, ChitId, CommandId, ItemId, type PartyId, StationId, TicketId } from '../../lib/ids.ts';
import { Chit, type ChitPart } from '../model/chit.ts';
import { DishRef } from '../model/dish.ts';
import { CheckedPlate, ConflictAnswer } from '../model/food.ts';
import type { PartyContent } from '../model/partyPut.ts';
import type { PutContent } from '../model/put.ts';
import type { Alert, Check } from '../model/state.ts';
import { HandOffCommands } from './handOffCommands.ts';
import { KeyedCommands } from './keyedCommands.ts';
import { PartyCommands } from './partyCommands.ts';
import { PassCommands } from './passCommands.ts';

/**
 * What may be asked. A command names ids, the target wanted and the version it was pressed on; there are no toggles and no "next".
 * `shared/domain/SPEC.md` has the rules, `commandRules.ts` who may send which and how long it may wait.
 */
const portions = z.array(z.object({ item: ItemId, batch: z.number().int() })).max(2000);
const counts = z
  .array(z.object({ item: ItemId, batch: z.number().int(), quantity: z.number().nonnegative() }))
  .max(2000);
const ticket = TicketId;
const station = StationId;
/** Log number of the state on the glass when the finger came down. */
const seen = z.number().int().nonnegative();
/** The POS names its ticket; a screen names ours. */
const outside = z.object({ source: z.string(), id: z.string() });
const which = z.union([ticket, outside]);
/** Pressed for a station that is down, at the one that shows its tickets meanwhile. */
const asNeighbour = z.literal(true).optional();

/** Notes of expo that were on the glass, by id. */
const notes = z.array(z.string()).max(100).optional();

export const ScreenCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('course.fire'),
    ticket: which,
    course: z.number().int(),
    seen: seen.optional(),
  }),
  z.object({
    type: z.literal('course.hold'),
    ticket: which,
    course: z.number().int(),
    seen: seen.optional(),
  }),
  /** `items` are ours from a screen, the POS's own from a POS. */
  z.object({
    type: z.literal('item.fire'),
    ticket: which,
    items: z.array(z.string()).min(1),
    seen: seen.optional(),
  }),
  z.object({
    type: z.literal('item.hold'),
    ticket: which,
    items: z.array(z.string()).min(1),
    seen: seen.optional(),
  }),
  z.object({
    type: z.literal('item.refire'),
    ticket: which,
    item: z.string(),
    quantity: z.number().positive().optional(),
    reason: z.string().min(1).max(200),
    seen: seen.optional(),
  }),
  z.object({ type: z.literal('item.start'), ticket, station, portions, seen, asNeighbour }),
  /** Target counts of ready portions at this station. A ticket bump lists all that was on the glass, with its voids and changes. */
  z.object({ type: z.literal('item.bump'), ticket, station, portions: counts, seen, asNeighbour }),
  z.object({
    type: z.literal('ticket.bump'),
    ticket,
    station,
    portions: counts,
    voids: portions,
    changes: z.array(ItemId),
    notes,
    seen,
    asNeighbour,
  }),
  /** Target counts after it. With a station only its part comes back; with null the food comes back everywhere it was. */
  z.object({
    type: z.literal('item.recall'),
    ticket,
    station: station.nullable(),
    portions: counts,
    undo: z.boolean().default(false),
    seen,
    asNeighbour,
  }),
  /**
   * Counts that have gone out in all. `anyway` also bumps at their stations what was not ready. `plates`: ALLERGY PLATES CHECKED, each plate
   * with the allergies that were read beside it.
   */
  z.object({
    type: z.literal('course.run'),
    ticket,
    course: z.number().int(),
    portions: counts,
    anyway: z.boolean(),
    plates: z.array(CheckedPlate).max(2000).optional(),
    seen,
  }),
  /**
   * UNDO of a run: `portions` as totals gone out before it; `parts` what RUN ANYWAY had bumped at stations, with their counts before it. Made
   * by the screen that ran it, within its undo.
   */
  z.object({
    type: z.literal('run.undo'),
    ticket,
    portions: counts,
    parts: z
      .array(z.object({ item: ItemId, batch: z.number().int(), station, quantity: z.number().nonnegative() }))
      .max(2000),
    seen,
  }),
  z.object({ type: z.literal('ticket.hear'), ticket, station, version: z.number(), asNeighbour }),
  /** Voids, changes and notes of expo read, without bumping food. */
  z.object({
    type: z.literal('changes.see'),
    ticket,
    station,
    voids: portions,
    changes: z.array(ItemId),
    notes,
    seen,
    asNeighbour,
  }),
  z.object({
    type: z.literal('allergy.hear'),
    ticket,
    station,
    allergies: z.array(AllergyKey).min(1),
    portions,
    seen,
    asNeighbour,
  }),
  /** CALLED, HEARD BACK: expo called it out to a station on paper or down, and was answered. */
  z.object({
    type: z.literal('allergy.callBack'),
    ticket,
    at: station,
    allergies: z.array(AllergyKey).min(1),
    portions,
    /** No screen of the station is here; otherwise only food on its paper counts. */
    isDown: z.boolean(),
    seen,
  }),
  z.object({
    type: z.literal('allergy.withdraw'),
    ticket: which,
    allergen: z.string().min(1),
    seat: z.number().nullable().optional(),
    by: z.string().min(1).max(100),
  }),
  z.object({
    type: z.literal('allergy.seat'),
    ticket,
    allergy: AllergyKey,
    seat: z.number().int().positive(),
    seen,
  }),
  z.object({
    type: z.literal('conflict.answer'),
    ticket,
    item: ItemId,
    allergy: AllergyKey,
    answer: ConflictAnswer,
    seen,
  }),
  z.object({
    type: z.literal('possible.answer'),
    ticket: which,
    question: z.string().min(1).max(200),
    answer: z.enum(['allergy', 'taste']),
    seen: seen.optional(),
  }),
  z.object({
    type: z.literal('stop.answer'),
    ticket,
    item: ItemId,
    batch: z.number().int(),
    answer: z.enum(['carry_on', 'refire']),
    seen,
  }),
  ...KeyedCommands,
  z.object({ type: z.literal('food.answer'), ticket, question: z.string(), answer: z.enum(['same', 'new']) }),
  /** Off until the day rolls, or until somebody restores it. */
  z.object({ type: z.literal('menuItem.eightySix'), dish: DishRef, untilRestored: z.boolean() }),
  z.object({ type: z.literal('menuItem.restore'), dish: DishRef }),
  /** Portions left; null: nobody counts any more. */
  z.object({
    type: z.literal('menuItem.count'),
    dish: DishRef,
    remaining: z.number().int().nonnegative().nullable(),
    untilRestored: z.boolean().default(false),
  }),
  z.object({ type: z.literal('ticket.rush'), ticket, priority: z.enum(['rush', 'normal']) }),
  /** AWAY: the guests have left the table. */
  z.object({
    type: z.literal('table.hold'),
    table: z.string().min(1),
    reason: z.string().max(200).nullable(),
    until: z.number().nullable(),
  }),
  z.object({ type: z.literal('table.resume'), table: z.string().min(1) }),
  ...HandOffCommands,
  /** MOVE TO STATION. */
  z.object({ type: z.literal('part.move'), ticket, portions, from: station, to: station, seen }),
  ...PassCommands,
  ...PartyCommands,
  /** CHIT on a tile: the food of the station `at`, on paper now. */
  z.object({ type: z.literal('chit.ask'), ticket, at: station }),
  /** `again` prints what may be on paper as REPRINT. */
  z.object({ type: z.literal('chit.answer'), chit: ChitId, answer: z.enum(['again', 'printed', 'drop']) }),
  /** MISSED WHILE DOWN of one station. */
  z.object({ type: z.literal('chit.summary'), at: station }),
  /** What a station that was cut off has printed by itself, or may have. */
  z.object({ type: z.literal('chit.report'), station, chits: z.array(Chit).max(2000) }),
  /** A person has read an alert about a table. */
  z.object({ type: z.literal('alert.see'), code: z.string().min(1).max(500) }),
  /** A screen of the station `at` found its all-day and its tickets apart. */
  z.object({
    type: z.literal('allDay.doubt'),
    at: station,
    dishes: z
      .array(z.object({ name: z.string().min(1).max(500), said: z.number(), shown: z.number() }))
      .min(1)
      .max(20),
  }),
  /** Receipts of one frame of one screen. */
  z.object({
    type: z.literal('receipt.report'),
    station,
    listed: z.array(z.object({ ticket, version: z.number() })).max(2000),
    painted: z.array(z.object({ ticket, version: z.number() })).max(2000),
  }),
]);
export type ScreenCommand = z.infer<typeof ScreenCommand>;

/** What only the edges and the hub itself ask. */
export type HouseCommand =
  | { type: 'ticket.put'; content: PutContent }
  | {
      type: 'ticket.void';
      source: string;
      id: string;
      revision: number | null;
      reason: string | null;
      digest: string;
    }
  | { type: 'party.put'; content: PartyContent }
  | { type: 'party.lateDue'; party: PartyId; dueAt: number }
  | { type: 'table.openDue'; table: string; until: number }
  | { type: 'check.put'; check: Omit<Check, 'day'> }
  | { type: 'course.fireDue'; ticket: TicketId; course: number; dueAt: number }
  | { type: 'ticket.close'; ticket: TicketId }
  | { type: 'day.roll' }
  | { type: 'menu.put'; source: string; menu: PosMenu }
  | {
      type: 'availability.put';
      source: string;
      revision: number | null;
      digest: string;
      items: { id: string; available: boolean; remaining: number | null }[];
    }
  | { type: 'table.resumeDue'; table: string; until: number }
  /** `downSince`: no screen of the station is here since then; null: its screens have not listed it in time. */
  | { type: 'chit.due'; station: StationId; parts: ChitPart[]; downSince: number | null }
  | { type: 'chit.missDue'; chits: ChitId[] }
  /** The print queue's own words. */
  | { type: 'chit.send'; chit: ChitId }
  | { type: 'chit.settle'; chit: ChitId; outcome: 'printed' | 'unknown' | 'failed'; trouble: string | null }
  | { type: 'chit.wait'; chit: ChitId; printer: string; trouble: string | null }
  /** The next version, whole. `by` and `note` are kept beside it for the history. */
  | { type: 'config.put'; version: number; config: HouseConfig; by?: string; note?: ConfigNote }
  | { type: 'alert.raise'; alert: Omit<Alert, 'at'> }
  | { type: 'alert.clear'; code: string };

export type Command = ScreenCommand | HouseCommand;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/**
 * What travels around a screen's command. `claimedAt` is when it was pressed by hub time; reports use it, rules never do. `station` is set by
 * a station alone: at which of its screens it was pressed.
 */
export const CommandEnvelope = z.object({
  id: CommandId,
  claimedAt: z.number(),
  station: StationId.nullable().optional(),
  command: ScreenCommand,
});
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;

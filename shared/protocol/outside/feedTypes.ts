import { z } from 'zod';
import { ConflictAnswer, FireCause, Stage } from '../../domain/model/food.ts';
import { feedAllergy as allergy, feedSeat as seat } from './feedAllergy.ts';
import { DOOR_TYPES } from './feedDoorTypes.ts';
import type { FeedTypeInfo } from './feedTypeInfo.ts';
import { WrittenInstant } from './instant.ts';

/** What the feed says, type by type: the schemas that the reference is made from. Every message the hub sends fits its schema strictly. */

const item = z.strictObject({ id: z.string() }).describe("The POS's own id.");
const count = z.strictObject({ id: z.string(), quantity: z.number() });
const ticket = z.strictObject({ source: z.string(), id: z.string() });
const itemIds = z.array(z.string());
const course = z.int();
const by = FireCause.describe('Who fired it first.');
const station = z.string();
const version = z
  .int()
  .describe('The number of the log that made this version of the ticket at this station.');
const receipt = { ticket, station, version };
const atCourse = { ticket, course, by };
const namedAllergy = z.strictObject({ allergen: z.string(), seat });

const EXAMPLE_TICKET = { source: 'till', id: '2207' };
const EXAMPLE_ALLERGY = { allergen: 'sesame', seat: 2 };
const receiptOf = (says: string): FeedTypeInfo => ({
  says,
  body: receipt,
  example: { ticket: EXAMPLE_TICKET, station: 'grill', version: 418 },
});
const handoffOf = (says: string): FeedTypeInfo => ({
  says: `${says} \`undo\`: it was taken back.`,
  body: { ticket, undo: z.literal(true).optional() },
  example: { ticket: EXAMPLE_TICKET },
});
const dishOf = (says: string): FeedTypeInfo => ({
  says,
  body: {
    source: z.string(),
    item: z.strictObject({ id: z.string().nullable(), name: z.string() }),
    by: z.string().describe('Who brought it about.'),
    remaining: z.number().nullable().describe('Portions left; null: nobody counts.'),
    untilRestored: z.boolean().describe('It outlives the service day.'),
  },
  example: {
    source: 'till',
    item: { id: 'ribeye', name: 'Ribeye 300 g' },
    by: 'kitchen',
    remaining: null,
    untilRestored: false,
  },
});
const courseOf = (says: string): FeedTypeInfo => ({
  says,
  body: atCourse,
  example: { ticket: EXAMPLE_TICKET, course: 2, by: 'expo' },
});

export const FEED_TYPES: Readonly<Record<string, FeedTypeInfo>> = {
  'ticket.received': {
    says: 'Once, at the first put of a ticket.',
    body: { ticket, revision: z.int().nullable(), number: z.string(), table: z.string().nullable() },
    example: { ticket: EXAMPLE_TICKET, revision: 1, number: '107', table: '12' },
  },
  'ticket.keyed': {
    says: "A person in the house has keyed food while the POS could not put it, at first or more of it. `ticket` is an id of the hub's: put it under this id, or under your own at the same table, and it is not cooked again.",
    body: {
      ticket,
      number: z.string(),
      table: z.string().nullable(),
      covers: z.int().nullable(),
      by: z.string().describe('The screen at which it was keyed.'),
      items: z.array(
        z.strictObject({
          id: z.string().describe("The hub's own id."),
          menuItemId: z.string().nullable(),
          name: z.string(),
          quantity: z.number(),
          seat: z.int().nullable(),
          course: z.int(),
          modifiers: z.array(z.string()),
          notes: z.string().nullable(),
        }),
      ),
      allergies: z.array(allergy),
    },
    example: {
      ticket: { source: 'till', id: 'heard-8fK2' },
      number: 'K1',
      table: '12',
      covers: 2,
      by: 'expo',
      items: [
        {
          id: 'k1',
          menuItemId: 'bass',
          name: 'Sea bass',
          quantity: 1,
          seat: 2,
          course: 1,
          modifiers: ['no butter'],
          notes: null,
        },
      ],
      allergies: [{ ...EXAMPLE_ALLERGY, severity: 'allergy', crossContact: true, words: 'tahini too' }],
    },
  },
  'ticket.changed': {
    says: 'A put asked for something else than the one before. Ids of items.',
    body: {
      ticket,
      revision: z.int().nullable(),
      added: itemIds,
      changed: itemIds,
      voided: itemIds,
      moved: itemIds,
    },
    example: { ticket: EXAMPLE_TICKET, revision: 2, added: ['i3'], changed: [], voided: ['i1'], moved: [] },
  },
  'ticket.listed': receiptOf('A screen of the station counts it. Once a station and version.'),
  'ticket.painted': receiptOf('Its tile was on the glass of the station. Once a station and version.'),
  'ticket.heard': receiptOf('A cook of the station said heard. Once a station and version.'),
  'ticket.on_paper': receiptOf(
    'A printer has confirmed the chit for the station. Once a station and version.',
  ),
  'ticket.ready': { says: 'All its food is ready.', body: { ticket }, example: { ticket: EXAMPLE_TICKET } },
  'ticket.run': { says: 'All its food has gone out.', body: { ticket }, example: { ticket: EXAMPLE_TICKET } },
  'ticket.rushed': {
    says: 'A person made it rush, or an ordinary one again.',
    body: { ticket, isRush: z.boolean() },
    example: { ticket: EXAMPLE_TICKET, isRush: true },
  },
  'ticket.packed': handoffOf('It is packed.'),
  'ticket.courier_here': handoffOf('The courier waits.'),
  'ticket.handed_over': handoffOf('Courier or guest has it.'),
  'ticket.returned': handoffOf('It came back.'),
  'course.fired': courseOf('The course is being made.'),
  'course.held': courseOf('The course waits.'),
  'course.ready': courseOf('All food of the course is ready.'),
  'course.run': courseOf('All food of the course has gone out.'),
  'course.planned': {
    says: 'A person has set when this held course fires. Told again when it is moved; course.fired or course.held ends it.',
    body: { ticket, course, fireAt: WrittenInstant },
    example: { ticket: EXAMPLE_TICKET, course: 2, fireAt: '2026-05-01T17:47:00.000Z' },
  },
  call: {
    says: 'Expo calls a runner (`hands`) for the ready plates of a course. `undo`: it was taken back.',
    body: { ticket, kind: z.enum(['hands', 'server']), course, undo: z.literal(true).optional() },
    example: { ticket: EXAMPLE_TICKET, kind: 'hands', course: 2 },
  },
  'item.fired': {
    says: 'Dishes were fired apart from their course.',
    body: { ticket, items: itemIds, by },
    example: { ticket: EXAMPLE_TICKET, items: ['i2'], by: 'pos' },
  },
  'item.held': {
    says: 'Dishes were held apart from their course.',
    body: { ticket, items: itemIds },
    example: { ticket: EXAMPLE_TICKET, items: ['i2'] },
  },
  'item.started': {
    says: 'The first of its stations has begun.',
    body: { ticket, item },
    example: { ticket: EXAMPLE_TICKET, item: { id: 'i2' } },
  },
  'item.bumped': {
    says: 'The last of its stations has finished these portions. Told at once; UNDO sends item.recalled.',
    body: { ticket, item: count, stations: z.array(station) },
    example: { ticket: EXAMPLE_TICKET, item: { id: 'i2', quantity: 2 }, stations: ['grill', 'fry'] },
  },
  'item.recalled': {
    says: 'Portions told as bumped are being made again, or never were ready.',
    body: { ticket, item: count, undo: z.literal(true).optional() },
    example: { ticket: EXAMPLE_TICKET, item: { id: 'i2', quantity: 2 }, undo: true },
  },
  'item.refired': {
    says: 'Portions are made once more.',
    body: { ticket, item: count, reason: z.string() },
    example: { ticket: EXAMPLE_TICKET, item: { id: 'i2', quantity: 1 }, reason: 'wrong_temp' },
  },
  'item.moved': {
    says: 'Food came from another ticket, with its state.',
    body: { ticket, item: count, from: z.strictObject({ ticket, item }) },
    example: {
      ticket: EXAMPLE_TICKET,
      item: { id: 'i9', quantity: 1 },
      from: { ticket: { source: 'till', id: '2199' }, item: { id: 'i4' } },
    },
  },
  'item.voided': {
    says: 'Portions are no longer wanted; `stage` is how far they had come.',
    body: { ticket, item: count, stage: Stage, reason: z.string().nullable() },
    example: {
      ticket: EXAMPLE_TICKET,
      item: { id: 'i1', quantity: 1 },
      stage: 'cooking',
      reason: 'guest changed her mind',
    },
  },
  'allergy.added': {
    says: 'New at this ticket, or graver than it was.',
    body: {
      ticket,
      allergy,
    },
    example: {
      ticket: EXAMPLE_TICKET,
      allergy: { ...EXAMPLE_ALLERGY, severity: 'allergy', crossContact: true, words: 'tahini too' },
    },
  },
  'allergy.heard': {
    says: 'A cook of the station has taken it up; `calledBy` where expo called it out to a station on paper or down, and heard it back.',
    body: { ticket, station, allergies: z.array(namedAllergy), calledBy: z.string().optional() },
    example: { ticket: EXAMPLE_TICKET, station: 'grill', allergies: [EXAMPLE_ALLERGY] },
  },
  'allergy.conflict': {
    says: 'The recipe of a dish lists it.',
    body: { ticket, item, allergy: namedAllergy, what: z.string(), allergen: z.string() },
    example: {
      ticket: EXAMPLE_TICKET,
      item: { id: 'i2' },
      allergy: EXAMPLE_ALLERGY,
      what: 'Sea bass',
      allergen: 'sesame',
    },
  },
  'conflict.answered': {
    says: 'Somebody in the house has said what becomes of a dish whose recipe lists it.',
    body: {
      ticket,
      item,
      allergy: namedAllergy,
      answer: ConflictAnswer,
      by: z.string().describe('The screen at which it was answered.'),
    },
    example: {
      ticket: EXAMPLE_TICKET,
      item: { id: 'i2' },
      allergy: EXAMPLE_ALLERGY,
      answer: 'made_without',
      by: 'expo',
    },
  },
  'allergy.possible': {
    says: 'Free text that may mean an allergy. Answer it with allergy.answer, or put the allergy; expo is asked too.',
    body: {
      ticket,
      question: z.string(),
      item: item.nullable().describe('null: the note of the whole ticket.'),
      words: z.string(),
      allergens: z.array(z.string()),
      seat,
    },
    example: {
      ticket: EXAMPLE_TICKET,
      question: 'p1',
      item: { id: 'i2' },
      words: 'no nuts please',
      allergens: ['tree_nut', 'peanut'],
      seat: 2,
    },
  },
  'allergy.withdrawn': {
    says: 'A person took it off, by name.',
    body: { ticket, allergy: namedAllergy, by: z.string() },
    example: { ticket: EXAMPLE_TICKET, allergy: EXAMPLE_ALLERGY, by: 'Ana' },
  },
  'menu_item.86': dishOf('It is off.'),
  'menu_item.restored': dishOf('It can be had again.'),
  'menu_item.count': dishOf('The number of portions left has changed.'),
  'table.held': {
    says: 'The guests are away: what is not started waits.',
    body: { table: z.string(), reason: z.string().nullable(), until: WrittenInstant.nullable() },
    example: { table: '12', reason: 'smoking', until: null },
  },
  'table.resumed': { says: 'They are back.', body: { table: z.string() }, example: { table: '12' } },
  ...DOOR_TYPES,
  alert: {
    says: 'A person in the house must know this.',
    body: { ticket: ticket.optional(), code: z.string(), message: z.string() },
    example: { code: 'disk_low', message: 'Less than 500 MB are free.' },
  },
  'feed.restarted': {
    says: 'The log is another one from `forkSeq` on: put your open tickets again. Nothing known is cooked twice.',
    body: { forkSeq: z.int(), reason: z.string() },
    example: { forkSeq: 0, reason: 'another epoch' },
  },
};

/** A whole message of a type, with nothing beside what the reference names. */
export function feedSchema(type: string): z.ZodObject | null {
  const info = Object.hasOwn(FEED_TYPES, type) ? FEED_TYPES[type] : undefined;
  if (!info) return null;
  return z.strictObject({
    epoch: z.string().regex(/^\d+-.+$/u),
    seq: z.int().min(0),
    id: z.string().min(1),
    at: WrittenInstant,
    type: z.literal(type),
    ...info.body,
  });
}

/** One as a listener may get it. */
export function feedExample(type: string): Record<string, unknown> {
  const envelope = { epoch: '1-k3J9xQ', seq: 421, id: '1-421', at: '2026-05-01T17:42:10.250Z', type };
  return { ...envelope, ...FEED_TYPES[type]?.example };
}

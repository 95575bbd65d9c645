import { z } from 'zod';
import { Count, Note, OutsideId, OutsidePair, Quantity, saidWords } from './fields.ts';
import { OutsideInstant } from './instant.ts';
import { LIMITS } from './limits.ts';
import { OutsideMenu } from './menu.ts';
import { OutsideParty, OutsideTableState } from './party.ts';
import { OutsideTicket } from './ticket.ts';

/** Every event a POS or bookings system may send with its one argument (CONTRACT section 2). */
const key = OutsideId.optional();
const ids = z.array(OutsideId).min(1, 'must name at least one item').max(LIMITS.items);
const course = z.object({ ...OutsidePair.shape, course: Count, key });
const items = z.object({ ...OutsidePair.shape, items: ids, key });
const cents = z.int();

export const POS_MESSAGES = {
  'ticket.put': OutsideTicket,
  'ticket.void': z.object({
    ...OutsidePair.shape,
    revision: z.int().optional(),
    reason: Note.optional(),
    key,
  }),
  'course.fire': course,
  'course.hold': course,
  'item.fire': items,
  'item.hold': items,
  'item.refire': z.object({
    ...OutsidePair.shape,
    item: OutsideId,
    quantity: Quantity.optional(),
    reason: saidWords(LIMITS.reasonCharacters),
    key: OutsideId,
  }),
  'allergy.answer': z.object({
    ...OutsidePair.shape,
    question: OutsideId,
    answer: z.enum(['allergy', 'taste']),
    key,
  }),
  'allergy.withdraw': z.object({
    ...OutsidePair.shape,
    allergen: saidWords(),
    seat: Count.optional(),
    by: saidWords(LIMITS.byCharacters),
    key,
  }),
  'check.put': z.object({
    ...OutsidePair.shape,
    tickets: z.array(OutsideId).max(LIMITS.items).optional(),
    state: saidWords(),
    covers: Count.optional(),
    totalCents: cents.optional(),
    compsCents: cents.optional(),
    currency: saidWords().optional(),
    at: OutsideInstant,
    key,
  }),
  'ticket.handoff': z.object({
    ...OutsidePair.shape,
    state: z.enum(['courier_here', 'handed_over', 'returned']),
    key,
  }),
  'table.hold': z.object({
    source: OutsideId,
    table: saidWords(),
    reason: saidWords(LIMITS.reasonCharacters).optional(),
    until: OutsideInstant.optional(),
    key,
  }),
  'table.resume': z.object({ source: OutsideId, table: saidWords(), key }),
  'table.state': OutsideTableState,
  'party.put': OutsideParty,
  'menu.put': OutsideMenu,
  'availability.put': z.object({
    source: OutsideId,
    revision: z.int().optional(),
    items: z
      .array(
        z.object({
          id: OutsideId,
          available: z.boolean(),
          remaining: z.int().min(0).max(LIMITS.quantity).optional(),
        }),
      )
      .min(1, 'must name at least one item')
      .max(LIMITS.menuEntries),
    key,
  }),
} as const;
export type PosMessageName = keyof typeof POS_MESSAGES;
export type PosMessage<N extends PosMessageName> = z.infer<(typeof POS_MESSAGES)[N]>;

/** Where a listener of the feed stands, and what it has dealt with. */
export const FEED_MESSAGES = {
  'feed.resume': z.object({
    after: z.int().min(0).optional(),
    epoch: OutsideId.optional(),
  }),
  'feed.ack': z.object({ seq: z.int().min(0) }),
} as const;
export type FeedResume = z.infer<(typeof FEED_MESSAGES)['feed.resume']>;

import { z } from 'zod';
import { OutsideAllergy } from './allergy.ts';
import { Count, Note, OutsideId, OutsidePair, saidWords, words } from './fields.ts';
import { OutsideInstant } from './instant.ts';
import { OutsideItem } from './item.ts';
import { LIMITS } from './limits.ts';

export const OutsideCourse = z.object({
  number: Count.describe('0 fires at once.'),
  name: words().optional(),
  state: words()
    .meta({ examples: ['held', 'fired'] })
    .optional(),
  fireAt: OutsideInstant.optional(),
});

export const OutsideGuest = z.object({
  seat: Count,
  name: words().optional(),
  allergies: z.array(OutsideAllergy).optional(),
  notes: Note.optional(),
});

/** The whole ticket as the POS now sees it (CONTRACT section 3). Fields it does not name are ignored. */
export const OutsideTicket = z
  .object({
    ...OutsidePair.shape,
    revision: z
      .int()
      .describe('Rises with every change. A lower one is stale; the same one with other content a conflict.')
      .optional(),
    number: saidWords().describe('What people call it.'),
    channel: saidWords().meta({
      description: 'dine_in, takeout, delivery, drive_thru, bar, catering or a word of your own.',
      examples: ['dine_in', 'takeout', 'delivery', 'drive_thru', 'bar', 'catering'],
    }),
    table: words().optional(),
    covers: Count.optional(),
    server: words().optional(),
    party: OutsidePair.optional(),
    openedAt: OutsideInstant.describe('Says the service day: the same id on a later day is another ticket.'),
    promisedAt: OutsideInstant.optional(),
    releaseAt: OutsideInstant.optional(),
    priority: words()
      .meta({ examples: ['normal', 'rush'] })
      .optional(),
    vip: z.boolean().optional(),
    occasion: words().optional(),
    notes: Note.optional(),
    customer: z.object({ name: words().optional(), phone: words().optional() }).optional(),
    pickup: z
      .object({
        kind: words().meta({ examples: ['counter', 'curbside', 'courier'] }),
        code: words().optional(),
        courier: words().optional(),
        spot: words().optional(),
        arrivedAt: OutsideInstant.optional(),
      })
      .optional(),
    cutlery: z.boolean().optional(),
    guests: z.array(OutsideGuest).optional(),
    allergies: z.array(OutsideAllergy).describe('Of the whole table, seat unknown.').optional(),
    courses: z.array(OutsideCourse).optional(),
    items: z.array(OutsideItem).max(LIMITS.items, `a ticket has at most ${LIMITS.items} items`),
    key: OutsideId.optional(),
  })
  .check((ctx) => {
    const { items, courses = [] } = ctx.value;
    const repeated = [
      ...repeats(items.map(({ id }) => id)).map((index) => ['items', index, 'id']),
      ...repeats(courses.map(({ number }) => number)).map((index) => ['courses', index, 'number']),
    ];
    for (const path of repeated) {
      ctx.issues.push({ code: 'custom', input: ctx.value, path, message: 'stands twice in this ticket' });
    }
  });
export type OutsideTicket = z.infer<typeof OutsideTicket>;

/** Places that repeat an earlier value. */
function repeats(values: readonly unknown[]): number[] {
  const seen = new Set<unknown>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}

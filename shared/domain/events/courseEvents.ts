import { z } from 'zod';
import { ItemId, StationId, TicketId } from '../../lib/ids.ts';
import { FireCause, Instant } from '../model/food.ts';

const portions = z.array(z.object({ item: ItemId, batch: z.number() }));
const base = { ticket: TicketId, course: z.number().int(), cause: FireCause };

/** `portions` are what this firing fires; a course is fired once and keeps its first cause. */
export const CourseFired = z.object({
  type: z.literal('course.fired'),
  ...base,
  portions,
  stations: z.array(StationId),
});
/** `isByPerson`: a hold that the sender's `fireAt` must not break. */
export const CourseHeld = z.object({
  type: z.literal('course.held'),
  ...base,
  portions,
  isByPerson: z.boolean(),
  stations: z.array(StationId),
});
export const CourseReady = z.object({ type: z.literal('course.ready'), ...base });
export const CourseRun = z.object({ type: z.literal('course.run'), ...base });

/** The POS said hold of food already started. Expo is told. */
export const CourseHoldCameLate = z.object({
  type: z.literal('course.hold_came_late'),
  ticket: TicketId,
  course: z.number().int(),
});

/** +2, +5: a held course fires at `fireAt` by a person's order, until somebody fires or holds it. */
export const CoursePlanned = z.object({
  type: z.literal('course.planned'),
  ticket: TicketId,
  course: z.number().int(),
  fireAt: Instant,
});

export const CourseEvents = [
  CourseFired,
  CourseHeld,
  CourseReady,
  CourseRun,
  CourseHoldCameLate,
  CoursePlanned,
] as const;

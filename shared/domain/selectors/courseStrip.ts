import type { HouseConfig } from '../../config/houseConfig.ts';
import { dueAtOf } from '../model/dueAt.ts';
import { courseProgress } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import type { StripCourse } from './boardView.ts';

/** The whole table's courses, whatever is made here. Course 0 has no strip of its own unless it is all there is. */
export function courseStrip(ticket: Ticket, here: ReadonlySet<number>, config: HouseConfig): StripCourse[] {
  const withFood = ticket.courses.filter((course) => courseProgress(ticket, course.number).food > 0);
  const named = withFood.filter((course) => course.number > 0);
  return (named.length > 0 ? named : withFood).map((course) => {
    const state =
      course.runAt !== null
        ? 'run'
        : course.readyAt !== null
          ? 'ready'
          : course.firedAt !== null
            ? 'fired'
            : 'held';
    const at = course.runAt ?? course.readyAt ?? course.firedAt ?? dueAtOf(ticket, course, config);
    return {
      number: course.number,
      name: course.name,
      state,
      at,
      isHere: here.has(course.number),
      holdCameLateAt: course.holdCameLateAt,
      ...(state === 'held' && course.plannedAt !== null && at !== null ? { isPlanned: true as const } : {}),
    };
  });
}
